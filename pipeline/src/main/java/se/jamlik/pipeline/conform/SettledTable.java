package se.jamlik.pipeline.conform;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * One table, written: a row per key, or per event where the whole row is the key.
 *
 * @param rows the rows that hold their keys
 * @param counts by {@code KeyCounts.OUTCOMES * delivery + outcome}
 */
record SettledTable(TableDefinition table, Dataset<Row> rows, List<Long> counts) {
  SettledTable {
    counts = List.copyOf(counts);
  }

  long rowsOf(int delivery, int outcome) {
    return counts.get(KeyCounts.OUTCOMES * delivery + outcome);
  }
}
