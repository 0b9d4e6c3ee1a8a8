package se.jamlik.pipeline.conform;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * One table, settled: a row per key, or per event where the whole row is the key.
 *
 * @param rows the rows that hold their keys
 * @param madeFrom what the rows are made from: it changes when a row does
 * @param whyMade what has changed since an earlier night settled it; empty where it lies as it was
 * @param counts by {@code KeyCounts.OUTCOMES * delivery + outcome}
 */
record SettledTable(
    TableDefinition table,
    Dataset<Row> rows,
    List<Long> counts,
    String madeFrom,
    List<String> whyMade) {
  SettledTable {
    counts = List.copyOf(counts);
    whyMade = List.copyOf(whyMade);
  }

  /** Whether the table stands as an earlier night has settled it. */
  boolean isReused() {
    return whyMade.isEmpty();
  }

  /** Rows of a delivery by what became of them, of lines that this table accounts for. */
  long rowsOf(int delivery, int outcome) {
    int place = KeyCounts.OUTCOMES * delivery + outcome;
    return place < counts.size() ? counts.get(place) : 0;
  }

  /** The same, with the rows beside those. */
  long allRowsOf(int delivery, int outcome) {
    return rowsOf(delivery, outcome) + rowsOf(delivery, outcome + KeyCounts.BESIDE);
  }
}
