package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** A row of the release, read by the names of its columns as a reader would. */
record AuditedRow(StructType schema, Row row) {

  static List<AuditedRow> of(ReleaseTable table) {
    return table.rows().stream().map(row -> new AuditedRow(table.schema(), row)).toList();
  }

  boolean isShown() {
    return Status.SHOWN.text().equals(value("status"));
  }

  List<String> words(List<String> columns) {
    return columns.stream().map(column -> String.valueOf(value(column))).toList();
  }

  String word(String column) {
    return String.valueOf(value(column));
  }

  /** The number in a column of a row that is shown. */
  double number(String column) {
    return ((Number) Objects.requireNonNull(value(column))).doubleValue();
  }

  boolean hasAnyOf(String... columns) {
    return Stream.of(columns).anyMatch(column -> value(column) != null);
  }

  boolean holds(String column, double expected) {
    return value(column) instanceof Number number && number.doubleValue() == expected;
  }

  boolean holdsCount(String column, long expected) {
    return value(column) instanceof Long number && number == expected;
  }

  /** Whether the number is more than 0 and less than the smallest that is shown. */
  boolean isSmall(String column, Thresholds thresholds) {
    return value(column) instanceof Number number
        && number.doubleValue() > 0
        && number.doubleValue() < thresholds.rules().smallestShown();
  }

  private @Nullable Object value(String column) {
    return row.get(schema.fieldIndex(column));
  }
}
