package se.jamlik.pipeline.link;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * The last day, not after the as-of date, that each table tells of: from one night to the next
 * other rows of the same table take part only when it moves.
 *
 * @param byTable by our names, as text
 */
record LastDays(Map<String, String> byTable) {
  private static final String NONE = "none";

  static LastDays of(ConformedTables tables, LocalDate asOf) {
    Map<String, String> days = new TreeMap<>();
    tables.definitions().tables().stream()
        .filter(table -> hasDay(table) && tables.holds(table))
        .map(table -> lastDay(tables.table(table.becomes()), table, asOf))
        .reduce(Dataset::union)
        .ifPresent(
            all ->
                all.collectAsList()
                    .forEach(
                        row ->
                            days.put(row.getString(0), row.isNullAt(1) ? NONE : row.getString(1))));
    return new LastDays(days);
  }

  private static boolean hasDay(TableDefinition table) {
    return table.event() != null
        && table
            .column(table.event())
            .filter(column -> column.type() == ColumnType.DATE)
            .isPresent();
  }

  private static Dataset<Row> lastDay(Dataset<Row> rows, TableDefinition table, LocalDate asOf) {
    String event = requireNonNull(table.event());
    return rows.where(col(event).leq(lit(asOf)))
        .agg(max(event).cast("string").as("day"))
        .select(lit(table.becomes()).as("table"), col("day"));
  }

  /** As causes of what is made from these tables. */
  Map<String, String> causes(String... tables) {
    Map<String, String> causes = new TreeMap<>();
    for (String table : tables) {
      String day = byTable.get(table);
      if (day != null) {
        causes.put("last day of " + table, day);
      }
    }
    return causes;
  }
}
