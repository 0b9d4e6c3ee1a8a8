package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
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
 * A row of table signal: an area's value against the scope's, or its course over the years.
 *
 * @param period of a trend: its first and last year, such as {@code 2020-2025}
 * @param numbers none where the status is not shown
 * @param reasons in order; empty when there is nothing to say
 */
public record Signal(
    String indicator,
    String period,
    String area,
    Kind kind,
    Optional<Numbers> numbers,
    Status status,
    List<String> reasons)
    implements Comparable<Signal> {
  public static final String TABLE = "signal";
  public static final StructType SCHEMA =
      new StructType()
          .add("indicator", StringType)
          .add("period", StringType)
          .add("area", StringType)
          .add("kind", StringType)
          .add("value", DoubleType)
          .add("reference", DoubleType)
          .add("low_95", DoubleType)
          .add("high_95", DoubleType)
          .add("low_998", DoubleType)
          .add("high_998", DoubleType)
          .add("verdict", StringType)
          .add("status", StringType)
          .add("reason", StringType);

  private static final Comparator<Signal> ORDER =
      Comparator.comparing(Signal::indicator)
          .thenComparing(Signal::period)
          .thenComparing(Signal::area)
          .thenComparing(Signal::kind);

  /** What is held against what. */
  public enum Kind {
    /** A municipality's value against the scope's, with limits around the scope's. */
    FUNNEL("funnel"),
    /** The slope of the logarithm of an area's values per year against 0, with its own limits. */
    TREND("trend");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * The numbers of a row that is shown.
   *
   * @param value of the municipality, or the slope
   * @param reference of the scope, or 0
   * @param limits95 of a funnel around the reference, of a trend around the value; for limits998
   *     too
   * @param verdict within, above_95, above_998, below_95, below_998 or not_judged; of a trend
   *     rising, falling or no_trend
   */
  public record Numbers(
      double value, double reference, Interval limits95, Interval limits998, String verdict) {}

  public Signal {
    reasons = List.copyOf(reasons);
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<Signal> rows) {
    return new ReleaseTable(TABLE, SCHEMA, rows.stream().sorted().map(Signal::row).toList());
  }

  private Row row() {
    return RowFactory.create(
        indicator,
        period,
        area,
        kind.text(),
        numbers.map(Numbers::value).orElse(null),
        numbers.map(Numbers::reference).orElse(null),
        numbers.map(shown -> shown.limits95().low()).orElse(null),
        numbers.map(shown -> shown.limits95().high()).orElse(null),
        numbers.map(shown -> shown.limits998().low()).orElse(null),
        numbers.map(shown -> shown.limits998().high()).orElse(null),
        verdict(),
        status.text(),
        IndicatorValue.reason(reasons));
  }

  private @Nullable String verdict() {
    return numbers.map(Numbers::verdict).orElse(null);
  }

  @Override
  public int compareTo(Signal other) {
    return ORDER.compare(this, other);
  }
}
