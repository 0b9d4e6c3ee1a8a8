package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.sql.Date;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table indicator_value: one indicator, cell and standard.
 *
 * @param source the indicator and cell that it belongs to
 * @param numerator null, as all numbers, where the status is not shown
 * @param low null also where there is no interval
 * @param error the standard error, in the value's unit, for what is made of the value; no column,
 *     and null where there is no interval
 * @param reasons in order; empty when there is nothing to say
 */
public record IndicatorValue(
    IndicatorCell source,
    Standard standard,
    @Nullable Double numerator,
    @Nullable Double denominator,
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double error,
    Status status,
    List<String> reasons)
    implements Comparable<IndicatorValue> {
  public static final String TABLE = "indicator_value";

  /** Three calendar years together, in the same columns. */
  public static final String POOLED_TABLE = "pooled_value";

  public static final StructType SCHEMA =
      new StructType()
          .add("indicator", StringType)
          .add("period", StringType)
          .add("period_start", DateType)
          .add("period_end", DateType)
          .add("preliminary", BooleanType)
          .add("area_level", StringType)
          .add("area", StringType)
          .add("area_name", StringType)
          .add("sex", StringType)
          .add("age_group", StringType)
          .add("dimension", StringType)
          .add("category", StringType)
          .add("standard", StringType)
          .add("numerator", DoubleType)
          .add("denominator", DoubleType)
          .add("value", DoubleType)
          .add("ci_low", DoubleType)
          .add("ci_high", DoubleType)
          .add("unit", StringType)
          .add("status", StringType)
          .add("reason", StringType)
          .add("quality", StringType)
          .add("municipality", StringType);

  private static final Comparator<IndicatorValue> ORDER =
      Comparator.comparing(IndicatorValue::source).thenComparing(IndicatorValue::standard);

  public IndicatorValue {
    reasons = List.copyOf(reasons);
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<IndicatorValue> values) {
    return table(TABLE, values);
  }

  /** The table of these rows, which are of several years together. */
  public static ReleaseTable pooledTable(List<IndicatorValue> values) {
    return table(POOLED_TABLE, values);
  }

  private static ReleaseTable table(String name, List<IndicatorValue> values) {
    return new ReleaseTable(
        name, SCHEMA, values.stream().sorted().map(IndicatorValue::row).toList());
  }

  private Row row() {
    Cell cell = source.cell();
    About about = source.about();
    return RowFactory.create(
        source.indicator().id(),
        cell.period(),
        Date.valueOf(about.periodStart()),
        Date.valueOf(about.periodEnd()),
        about.isPreliminary(),
        cell.areaLevel(),
        cell.area(),
        about.areaName(),
        cell.sex(),
        cell.ageGroup(),
        cell.dimension(),
        cell.category(),
        standard.text(),
        numerator,
        denominator,
        value,
        low,
        high,
        source.indicator().unit(),
        status.text(),
        reason(reasons),
        about.quality(),
        about.municipality());
  }

  /** The text of reasons in a table; null when there is none. */
  static @Nullable String reason(List<String> reasons) {
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  @Override
  public int compareTo(IndicatorValue other) {
    return ORDER.compare(this, other);
  }
}
