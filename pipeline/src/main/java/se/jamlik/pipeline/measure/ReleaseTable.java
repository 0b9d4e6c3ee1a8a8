package se.jamlik.pipeline.measure;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the release, small enough to be held, in the order in which it is written.
 *
 * @param name as in the release contract
 */
public record ReleaseTable(String name, StructType schema, List<Row> rows) {
  public ReleaseTable {
    rows = List.copyOf(rows);
  }
}
