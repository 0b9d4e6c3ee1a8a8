package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ReferenceValue;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * Values from elsewhere, and which of them municipalities are held against.
 *
 * @param against an area of the values, or scope for none of them
 * @param values in order
 */
public record References(String against, List<ReferenceValue> values) {
  public static final String TABLE = "reference_value";
  public static final StructType SCHEMA =
      new StructType()
          .add("indicator", StringType)
          .add("period", StringType)
          .add("area", StringType)
          .add("value", DoubleType)
          .add("ci_low", DoubleType)
          .add("ci_high", DoubleType)
          .add("source", StringType);

  /** Nothing is known of anywhere else. */
  public static final References NONE = new References(Cell.SCOPE, List.of());

  public References {
    values = List.copyOf(values);
  }

  /** What an indicator's values of a period are held against instead of the scope's. */
  public Optional<ReferenceValue> of(String indicator, String period) {
    return values.stream()
        .filter(value -> value.area().equals(against))
        .filter(value -> value.indicator().equals(indicator) && value.period().equals(period))
        .findFirst();
  }

  /** Whether there is something to hold a municipality against, if it shall be held at all. */
  public boolean hasWhatItNames() {
    return against.equals(Cell.SCOPE)
        || values.stream().anyMatch(value -> value.area().equals(against));
  }

  /** The table of all values. */
  public ReleaseTable table() {
    return new ReleaseTable(
        TABLE,
        SCHEMA,
        values.stream()
            .map(
                value ->
                    RowFactory.create(
                        value.indicator(),
                        value.period(),
                        value.area(),
                        value.value(),
                        value.low(),
                        value.high(),
                        value.source()))
            .toList());
  }
}
