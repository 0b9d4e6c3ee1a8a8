package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table condition_count: the residents of a cell with a number of conditions.
 *
 * @param persons null, as all numbers, where the status is not shown
 * @param population residents of the cell at the end of the period
 * @param value persons in percent of the population
 */
public record ConditionCount(
    ConditionCell source,
    @Nullable Long persons,
    @Nullable Long population,
    @Nullable Double value,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "condition_count";
  private static final double PERCENT = 100;
  private static final TableColumns<ConditionCount> COLUMNS =
      new TableColumns<ConditionCount>()
          .text("grouper", row -> row.source().grouper())
          .cell(
              row -> row.source().cell(),
              "period",
              "area_level",
              "area",
              "sex",
              "age_group",
              "income_quintile")
          .text("conditions", row -> row.source().conditions())
          .count("persons", ConditionCount::persons)
          .count("population", ConditionCount::population)
          .number("value", ConditionCount::value)
          .status(ConditionCount::status, ConditionCount::reasons);

  public ConditionCount {
    reasons = List.copyOf(reasons);
  }

  public static ConditionCount shown(ConditionCell source, long persons, long population) {
    double value = PERCENT * persons / population;
    return new ConditionCount(source, persons, population, value, Status.SHOWN, source.reasons());
  }

  public static ConditionCount suppressed(ConditionCell source, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(source.reasons());
    return new ConditionCount(source, null, null, null, Status.SUPPRESSED, all);
  }

  /** The row of exact numbers. */
  static ConditionCount exact(ConditionCell source) {
    Sums sums = source.sums();
    return shown(source, sums.numerator().persons(), sums.denominator().persons());
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<ConditionCount> counts) {
    return COLUMNS.table(
        TABLE, counts.stream().sorted(Comparator.comparing(ConditionCount::source)));
  }
}
