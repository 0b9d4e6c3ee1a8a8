package se.jamlik.pipeline.link;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.Origin;
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

  /**
   * The last days.
   *
   * @param kept where the days that a table tells of are kept until a row of it changes
   */
  static LastDays of(
      ConformedTables tables, Delivered delivered, KeptByTable kept, LocalDate asOf) {
    Map<String, Origin> origins = new TreeMap<>();
    tables.definitions().tables().stream()
        .filter(table -> hasDay(table) && tables.holds(table))
        .map(TableDefinition::becomes)
        .forEach(table -> origins.put(table, delivered.origin(table)));
    Map<String, String> days = new TreeMap<>();
    kept.of(origins, missing -> daysOf(missing, tables))
        .forEach((table, told) -> days.put(table, last(told, asOf)));
    return new LastDays(days);
  }

  /** The last of some days, which stand in order. */
  private static String last(String days, LocalDate asOf) {
    String last = NONE;
    for (String day : days.split(" ", -1)) {
      if (!day.isEmpty() && !LocalDate.parse(day).isAfter(asOf)) {
        last = day;
      }
    }
    return last;
  }

  private static boolean hasDay(TableDefinition table) {
    return table.event() != null
        && table
            .column(table.event())
            .filter(column -> column.type() == ColumnType.DATE)
            .isPresent();
  }

  /** All days that rows of each table tell of, in order. */
  private static Map<String, String> daysOf(Set<String> names, ConformedTables tables) {
    Map<String, SortedSet<LocalDate>> days = new TreeMap<>();
    tables.definitions().tables().stream()
        .filter(table -> names.contains(table.becomes()))
        .map(table -> days(tables.table(table.becomes()), table))
        .reduce(Dataset::union)
        .ifPresent(
            all ->
                all.as(Encoders.tuple(Encoders.STRING(), Encoders.LOCALDATE()))
                    .collectAsList()
                    .forEach(
                        told ->
                            days.computeIfAbsent(told._1(), any -> new TreeSet<>())
                                .add(told._2())));
    Map<String, String> texts = new TreeMap<>();
    days.forEach(
        (table, told) ->
            texts.put(
                table, told.stream().map(LocalDate::toString).collect(Collectors.joining(" "))));
    return texts;
  }

  /** A row for each day. Collected into a set, Spark would look at the days of all rows. */
  private static Dataset<Row> days(Dataset<Row> rows, TableDefinition table) {
    Column day = col(requireNonNull(table.event()));
    return rows.select(day.as("day"))
        .where(day.isNotNull())
        .distinct()
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
