package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table cost_concentration: Gini's coefficient of cost, or a point of the Lorenz curve.
 *
 * @param percentile of the Lorenz curve; none for Gini
 * @param population residents; null, as all numbers, where the status is not shown
 * @param value Gini without unit, or percent of the cost
 */
public record CostConcentration(
    ConcentrationCell source,
    String measure,
    @Nullable Long percentile,
    @Nullable Long population,
    @Nullable Double value,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "cost_concentration";
  private static final String GINI = "gini";
  private static final String LORENZ = "lorenz";
  private static final double PERCENT = 100;
  private static final TableColumns<CostConcentration> COLUMNS =
      new TableColumns<CostConcentration>()
          .text("measure", CostConcentration::measure)
          .count("percentile", CostConcentration::percentile)
          .cell(row -> row.source().cell(), "period", "area_level", "area")
          .count("population", CostConcentration::population)
          .number("value", CostConcentration::value)
          .status(CostConcentration::status, CostConcentration::reasons);

  public CostConcentration {
    reasons = List.copyOf(reasons);
  }

  public static CostConcentration gini(ConcentrationCell source, long population, double value) {
    return new CostConcentration(
        source, GINI, null, population, value, Status.SHOWN, source.reasons());
  }

  /**
   * A point of the Lorenz curve.
   *
   * @param place among {@link Concentration#PERCENTILES}
   * @param share of the cost that those below it have
   */
  public static CostConcentration lorenz(
      ConcentrationCell source, int place, long population, double share) {
    return new CostConcentration(
        source,
        LORENZ,
        percentile(place),
        population,
        PERCENT * share,
        Status.SHOWN,
        source.reasons());
  }

  public static CostConcentration hiddenGini(ConcentrationCell source, Status status, String why) {
    return new CostConcentration(source, GINI, null, null, null, status, reasons(source, why));
  }

  public static CostConcentration hiddenLorenz(
      ConcentrationCell source, int place, Status status, String why) {
    return new CostConcentration(
        source, LORENZ, percentile(place), null, null, status, reasons(source, why));
  }

  /** The rows of a cell for which something was not delivered. */
  public static List<CostConcentration> notComputed(ConcentrationCell source) {
    String why = String.join("; ", source.notDelivered());
    return Stream.concat(
            Stream.of(hiddenGini(source, Status.NOT_COMPUTED, why)),
            IntStream.range(0, Concentration.PERCENTILES.size())
                .mapToObj(place -> hiddenLorenz(source, place, Status.NOT_COMPUTED, why)))
        .toList();
  }

  /** The rows of exact numbers. */
  static List<CostConcentration> exact(ConcentrationCell source) {
    if (!source.isComputed()) {
      return notComputed(source);
    }
    long residents = source.sums().residents().persons();
    return Stream.concat(
            Stream.of(gini(source, residents, source.sums().gini())),
            IntStream.range(0, Concentration.PERCENTILES.size())
                .mapToObj(
                    place ->
                        lorenz(source, place, residents, 1 - source.top(place).total().value())))
        .toList();
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<CostConcentration> rows) {
    return COLUMNS.table(
        TABLE,
        rows.stream()
            .sorted(
                Comparator.comparing(CostConcentration::measure)
                    .thenComparing(
                        row -> row.percentile(), Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(CostConcentration::source)));
  }

  private static long percentile(int place) {
    return Concentration.PERCENTILES.get(place);
  }

  private static List<String> reasons(ConcentrationCell source, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(source.reasons());
    return all;
  }
}
