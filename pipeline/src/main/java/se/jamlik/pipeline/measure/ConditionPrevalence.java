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
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table condition_prevalence: the residents of a cell who have a condition.
 *
 * @param persons null, as all numbers, where the status is not shown
 * @param population residents of the cell at the end of the period
 * @param value persons in percent of the population
 * @param limits of the value
 */
public record ConditionPrevalence(
    PrevalenceCell source,
    @Nullable Long persons,
    @Nullable Long population,
    @Nullable Double value,
    Optional<Interval> limits,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "condition_prevalence";
  public static final StructType SCHEMA =
      new StructType()
          .add("grouper", StringType)
          .add("condition", StringType)
          .add("period", StringType)
          .add("area_level", StringType)
          .add("area", StringType)
          .add("sex", StringType)
          .add("age_group", StringType)
          .add("persons", LongType)
          .add("population", LongType)
          .add("value", DoubleType)
          .add("ci_low", DoubleType)
          .add("ci_high", DoubleType)
          .add("status", StringType)
          .add("reason", StringType);

  private static final double PERCENT = 100;

  public ConditionPrevalence {
    reasons = List.copyOf(reasons);
  }

  /** The row of a share that is given. */
  public static ConditionPrevalence shown(PrevalenceCell source, Sums sums, Estimate estimate) {
    return new ConditionPrevalence(
        source,
        sums.numerator().persons(),
        sums.denominator().persons(),
        estimate.value() * PERCENT,
        estimate.interval().map(interval -> interval.map(limit -> limit * PERCENT)),
        Status.SHOWN,
        source.reasons());
  }

  public static ConditionPrevalence suppressed(PrevalenceCell source, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(source.reasons());
    return new ConditionPrevalence(
        source, null, null, null, Optional.empty(), Status.SUPPRESSED, all);
  }

  /** The row of exact numbers. */
  static ConditionPrevalence exact(PrevalenceCell source) {
    return shown(source, source.sums(), Estimates.crude(Kind.PROPORTION, source.sums()));
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<ConditionPrevalence> prevalences) {
    return new ReleaseTable(
        TABLE,
        SCHEMA,
        prevalences.stream()
            .sorted(Comparator.comparing(ConditionPrevalence::source))
            .map(ConditionPrevalence::row)
            .toList());
  }

  private Row row() {
    Cell cell = source.cell();
    return RowFactory.create(
        source.grouper(),
        source.condition(),
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        persons,
        population,
        value,
        limits.map(Interval::low).orElse(null),
        limits.map(Interval::high).orElse(null),
        status.text(),
        IndicatorValue.reason(reasons));
  }
}
