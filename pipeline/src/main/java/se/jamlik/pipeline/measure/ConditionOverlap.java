package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table condition_overlap: the residents of a cell who have mental conditions, others,
 * both or neither.
 *
 * @param persons null, as all numbers, where the status is not shown
 * @param population residents of the cell at the end of the period
 * @param expected persons if mental conditions had nothing to do with others
 * @param lift persons over expected, with limits; none where nobody is expected
 */
public record ConditionOverlap(
    OverlapCell source,
    @Nullable Long persons,
    @Nullable Long population,
    @Nullable Double expected,
    Optional<Estimate> lift,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "condition_overlap";
  private static final double PERCENT = 100;
  private static final TableColumns<ConditionOverlap> COLUMNS =
      new TableColumns<ConditionOverlap>()
          .text("overlap", row -> row.source().overlap().text())
          .cell(
              row -> row.source().cell(),
              "period",
              "area_level",
              "area",
              "sex",
              "age_group",
              "income_quintile")
          .count("persons", ConditionOverlap::persons)
          .count("population", ConditionOverlap::population)
          .number("value", ConditionOverlap::value)
          .number("expected", ConditionOverlap::expected)
          .number("lift", row -> row.lift().map(Estimate::value).orElse(null))
          .limits(row -> row.lift().flatMap(Estimate::interval))
          .status(ConditionOverlap::status, ConditionOverlap::reasons);

  public ConditionOverlap {
    reasons = List.copyOf(reasons);
  }

  public static ConditionOverlap shown(OverlapCell source, PairSums sums, Optional<Estimate> lift) {
    return new ConditionOverlap(
        source,
        sums.both().persons(),
        sums.population().persons(),
        sums.expected(),
        lift,
        Status.SHOWN,
        source.reasons());
  }

  public static ConditionOverlap suppressed(OverlapCell source, List<String> why) {
    List<String> all = new ArrayList<>(why);
    all.addAll(source.reasons());
    return new ConditionOverlap(source, null, null, null, Optional.empty(), Status.SUPPRESSED, all);
  }

  /** The rows of exact numbers. */
  static List<ConditionOverlap> exact(List<OverlapCell> sources) {
    PoissonLimits limits = PoissonLimits.asForRates();
    return sources.stream()
        .map(
            source ->
                shown(
                    source,
                    source.sums(),
                    Optional.of(source.sums())
                        .filter(sums -> sums.expected() > 0)
                        .map(sums -> sums.lift(limits))))
        .toList();
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<ConditionOverlap> overlaps) {
    return COLUMNS.table(
        TABLE, overlaps.stream().sorted(Comparator.comparing(ConditionOverlap::source)));
  }

  private @Nullable Double value() {
    return persons == null || population == null ? null : PERCENT * persons / population;
  }
}
