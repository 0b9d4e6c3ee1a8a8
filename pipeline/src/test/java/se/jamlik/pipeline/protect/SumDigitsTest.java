package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * What the digits of a published sum of events tell of the number of persons behind it: the known
 * weakness of docs/disclosure.md, and what would mend it (docs/decisions/15).
 */
class SumDigitsTest {
  private static final int SUMS = 2_000;
  private static final double FEWEST_EVENTS_EACH = 1;
  private static final double MOST_EVENTS_EACH = 2.2;

  private final PerturbationTable table = PerturbationTable.of(Settings.defaults().protect());

  /** How a sum is printed. */
  private enum Digits {
    ALL(1e-9),
    WHOLE_EVENTS(0.5);

    private final double accuracy;

    Digits(double accuracy) {
      this.accuracy = accuracy;
    }

    private double printed(double sum) {
      return this == ALL ? sum : Math.rint(sum);
    }
  }

  @Test
  void sumsOfWholeEventsWouldNotTellThePersonsBehindThem() {
    found(Digits.ALL).told("persons behind a sum of events, by all of its digits");
    Share whole = found(Digits.WHOLE_EVENTS).told("persons behind a sum of whole events");

    assertThat(whole.value()).isLessThanOrEqualTo(0.20);
  }

  private Share found(Digits digits) {
    Random random = new Random(20261122);
    return Share.of(
        IntStream.range(0, SUMS)
            .mapToObj(sum -> drawn(random))
            .filter(exact -> table.shown(exact) >= 5)
            .map(
                exact -> {
                  double printed = digits.printed(ShownSums.shown(exact, table).sum());
                  return persons(printed, digits) == exact.persons();
                }));
  }

  /** Five to sixty persons with one event each, a third of them with another. */
  private static Counted drawn(Random random) {
    int persons = 5 + random.nextInt(56);
    long events = persons;
    for (int person = 0; person < persons; person++) {
      events += random.nextInt(3) == 0 ? 1 : 0;
    }
    return new Counted(events, persons, random.nextLong());
  }

  /** The number of persons that most ways of making the printed sum agree on. */
  private long persons(double printed, Digits digits) {
    Map<Long, Double> likely = new HashMap<>();
    for (long persons = 1; persons <= printed * 2 + 5; persons++) {
      PerturbationTable.Transition row =
          table.rows().get((int) Math.min(persons, table.rows().size()) - 1);
      for (int i = 0; i < row.changes().size(); i++) {
        long shown = persons + row.changes().get(i);
        double ways = shown < 5 ? 0 : ways(printed, digits, persons, shown);
        likely.merge(persons, ways * row.probabilities().get(i), Double::sum);
      }
    }
    return likely.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** How many whole sums of so many persons are printed so when so many persons are shown. */
  private static double ways(double printed, Digits digits, long persons, long shown) {
    double factor = (double) shown / persons;
    double least = Math.max(persons * FEWEST_EVENTS_EACH, (printed - digits.accuracy) / factor);
    double most = Math.min(persons * MOST_EVENTS_EACH, (printed + digits.accuracy) / factor);
    return Math.max(0, Math.floor(most) - Math.ceil(least) + 1);
  }
}
