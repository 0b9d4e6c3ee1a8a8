package se.jamlik.pipeline.vocabulary;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One table of a release, held by the driver: some hundred thousand rows at most.
 *
 * @param name as in the release contract, such as {@code indicator_value}
 * @param schema columns in order; strings, longs, doubles, booleans, dates and timestamps without
 *     zone
 * @param rows in the order in which they are written
 */
public record ReleaseTable(String name, StructType schema, List<Row> rows) {
  public ReleaseTable {
    rows = List.copyOf(rows);
  }

  public List<String> columns() {
    return List.of(schema.fieldNames());
  }
}
