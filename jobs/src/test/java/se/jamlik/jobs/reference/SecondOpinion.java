package se.jamlik.jobs.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.ConditionCount;
import se.jamlik.jobs.reference.ReferenceTables.Delivery;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;
import se.jamlik.jobs.reference.ReferenceTables.LinkRate;

/** Holds the exact tables of a night against the reference's, for one inbox. */
final class SecondOpinion {
  private static final int MOST_SHOWN = 40;

  private final Path inbox;
  private final LocalDate asOf;
  private final Reference reference;

  SecondOpinion(Path inbox, LocalDate asOf) {
    this.inbox = inbox;
    this.asOf = asOf;
    reference = Reference.of(inbox, asOf);
  }

  /** What a night leaves in one of its exact tables, with the columns of the release contract. */
  @FunctionalInterface
  interface Night {
    List<Map<String, @Nullable Object>> rows(Path inbox, LocalDate asOf) throws Exception;
  }

  /** Empty when the night and the reference agree in every cell. */
  List<String> onIndicatorValues(Night night) throws Exception {
    return differences(reference.indicatorValues(), night, IndicatorValue.KEY);
  }

  List<String> onConditionCounts(Night night) throws Exception {
    return differences(reference.conditionCounts(), night, ConditionCount.KEY);
  }

  List<String> onLinkRates(Night night) throws Exception {
    return differences(reference.linkRates(), night, LinkRate.KEY);
  }

  List<String> onDeliveries(Night night) throws Exception {
    return differences(reference.deliveries(), night, Delivery.KEY);
  }

  private List<String> differences(List<? extends Record> expected, Night night, List<String> key)
      throws Exception {
    List<String> all = Difference.between(Difference.rows(expected), night.rows(inbox, asOf), key);
    if (all.size() <= MOST_SHOWN) {
      return all;
    }
    List<String> shown = new ArrayList<>(all.subList(0, MOST_SHOWN));
    shown.add("and " + (all.size() - MOST_SHOWN) + " more");
    return shown;
  }
}
