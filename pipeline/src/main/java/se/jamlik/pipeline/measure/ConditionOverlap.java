package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
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
  public static final StructType SCHEMA =
      new StructType()
          .add("overlap", StringType)
          .add("period", StringType)
          .add("area_level", StringType)
          .add("area", StringType)
          .add("sex", StringType)
          .add("age_group", StringType)
          .add("income_quintile", StringType)
          .add("persons", LongType)
          .add("population", LongType)
          .add("value", DoubleType)
          .add("expected", DoubleType)
          .add("lift", DoubleType)
          .add("ci_low", DoubleType)
          .add("ci_high", DoubleType)
          .add("status", StringType)
          .add("reason", StringType);

  private static final double PERCENT = 100;

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
    return new ReleaseTable(
        TABLE,
        SCHEMA,
        overlaps.stream()
            .sorted(Comparator.comparing(ConditionOverlap::source))
            .map(ConditionOverlap::row)
            .toList());
  }

  private Row row() {
    Cell cell = source.cell();
    Optional<Interval> limits = lift.flatMap(Estimate::interval);
    return RowFactory.create(
        source.overlap().text(),
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.category(),
        persons,
        population,
        persons == null || population == null ? null : PERCENT * persons / population,
        expected,
        lift.map(Estimate::value).orElse(null),
        limits.map(Interval::low).orElse(null),
        limits.map(Interval::high).orElse(null),
        status.text(),
        IndicatorValue.reason(reasons));
  }
}
