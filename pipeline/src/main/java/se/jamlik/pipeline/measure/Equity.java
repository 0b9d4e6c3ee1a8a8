package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table equity: one measure of one comparison.
 *
 * @param value null, as both limits, where the status is not shown
 * @param interval none also where an error is not known, or where chance alone could make the
 *     measure infinite
 * @param groups how many the dimension has, known or not
 * @param missingShare the share of the denominator whose group is not known, 0 to 1; null where one
 *     of the denominators is not shown
 * @param reasons in order; empty when there is nothing to say
 */
public record Equity(
    Comparison source,
    EquityMeasure measure,
    @Nullable Double value,
    Optional<Interval> interval,
    long groups,
    @Nullable Double missingShare,
    Status status,
    List<String> reasons)
    implements Comparable<Equity> {
  public static final String TABLE = "equity";
  public static final StructType SCHEMA =
      new StructType()
          .add("indicator", StringType)
          .add("period", StringType)
          .add("area_level", StringType)
          .add("area", StringType)
          .add("sex", StringType)
          .add("dimension", StringType)
          .add("standard", StringType)
          .add("measure", StringType)
          .add("value", DoubleType)
          .add("ci_low", DoubleType)
          .add("ci_high", DoubleType)
          .add("groups", LongType)
          .add("missing_share", DoubleType)
          .add("status", StringType)
          .add("reason", StringType);

  private static final Comparator<Equity> ORDER =
      Comparator.comparing(Equity::source).thenComparing(Equity::measure);

  public Equity {
    reasons = List.copyOf(reasons);
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<Equity> rows) {
    return new ReleaseTable(TABLE, SCHEMA, rows.stream().sorted().map(Equity::row).toList());
  }

  private Row row() {
    return RowFactory.create(
        source.indicator().id(),
        source.period(),
        source.areaLevel(),
        source.area(),
        Cell.ALL,
        source.dimension(),
        source.standard().text(),
        measure.text(),
        value,
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        groups,
        missingShare,
        status.text(),
        IndicatorValue.reason(reasons));
  }

  @Override
  public int compareTo(Equity other) {
    return ORDER.compare(this, other);
  }
}
