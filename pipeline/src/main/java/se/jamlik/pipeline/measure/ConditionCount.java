package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
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
  public static final StructType SCHEMA =
      new StructType()
          .add("grouper", StringType)
          .add("period", StringType)
          .add("area_level", StringType)
          .add("area", StringType)
          .add("sex", StringType)
          .add("age_group", StringType)
          .add("income_quintile", StringType)
          .add("conditions", StringType)
          .add("persons", LongType)
          .add("population", LongType)
          .add("value", DoubleType)
          .add("status", StringType)
          .add("reason", StringType);

  private static final double PERCENT = 100;

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
    return new ReleaseTable(
        TABLE,
        SCHEMA,
        counts.stream()
            .sorted(Comparator.comparing(ConditionCount::source))
            .map(ConditionCount::row)
            .toList());
  }

  private Row row() {
    Cell cell = source.cell();
    return RowFactory.create(
        source.grouper(),
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.category(),
        source.conditions(),
        persons,
        population,
        value,
        status.text(),
        IndicatorValue.reason(reasons));
  }
}
