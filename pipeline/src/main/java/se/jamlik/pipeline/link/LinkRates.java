package se.jamlik.pipeline.link;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Deliverer;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Counts how many rows of each table belong to someone (release.md, link_rate), over all rows that
 * hold their key; rows of care, drugs and acts after the night take part in nothing and are counted
 * for themselves. One row per table, municipality and period that has rows of either kind.
 */
final class LinkRates {
  private LinkRates() {}

  /**
   * The rates.
   *
   * @param names of the contract's tables to count
   */
  static List<LinkRate> of(
      Set<String> names, ConformedTables tables, KnownRows known, RecordKey recordKey) {
    return personYears(names, tables, known)
        .map(rows -> counted(rows, known, recordKey).collectAsList())
        .orElse(List.of())
        .stream()
        .map(LinkRates::linkRate)
        .toList();
  }

  private static Dataset<Row> counted(
      Dataset<Row> personYears, KnownRows known, RecordKey recordKey) {
    MapPartitionsFunction<Row, Row> counts = rows -> new LinkCounts(recordKey).of(rows);
    return personYears
        .repartition(known.buckets(), col(PersonTables.PERSON))
        .join(
            known.persons().select(PersonTables.PERSON, "record_key"),
            new String[] {PersonTables.PERSON},
            "left")
        .sortWithinPartitions(PersonTables.PERSON)
        .mapPartitions(counts, Encoders.row(LinkCounts.SCHEMA))
        .groupBy("table", "municipality", "period")
        .agg(
            sum("rows"),
            sum("rows_linked"),
            sum("rows_after_as_of"),
            sum("persons"),
            sum("persons_linked"),
            bit_xor(col("persons_key")),
            bit_xor(col("persons_linked_key")))
        .orderBy("table", "municipality", "period");
  }

  /** One row per table, municipality, person and year of the event. */
  private static Optional<Dataset<Row>> personYears(
      Set<String> names, ConformedTables tables, KnownRows known) {
    return tables.definitions().tables().stream()
        .filter(table -> names.contains(table.table()) && tables.holds(table))
        .map(table -> personYears(tables.table(table.becomes()), table, known.asOf()))
        .reduce(Dataset::union);
  }

  /** Table by table, for what all rows share is then no part of what they are grouped by. */
  private static Dataset<Row> personYears(
      Dataset<Row> rows, TableDefinition table, LocalDate asOf) {
    boolean isMunicipal = table.deliverer() == Deliverer.MUNICIPALITY;
    ColumnDefinition event = table.column(requireNonNull(table.event())).orElseThrow();
    return rows.select(
            col(PersonTables.PERSON),
            (isMunicipal ? col("municipality") : lit(LinkRate.ALL)).as("municipality"),
            yearOf(event).as("year"),
            (table.isHappening() ? isAfter(asOf, event) : lit(0)).as("after_as_of"))
        .groupBy(PersonTables.PERSON, "municipality", "year")
        .agg(
            sum(lit(1).minus(col("after_as_of"))).as("rows"),
            sum("after_as_of").as("rows_after_as_of"))
        .select(
            col(PersonTables.PERSON),
            lit(table.table()).as("table"),
            col("municipality"),
            col("year"),
            col("rows"),
            col("rows_after_as_of"));
  }

  /** A row without the event's date, a measure that never started, has no year. */
  private static Column yearOf(ColumnDefinition event) {
    return switch (event.type()) {
      case INT -> col(event.name());
      case MONTH -> substring(col(event.name()), 1, 4).cast("int");
      default -> year(col(event.name()));
    };
  }

  private static Column isAfter(LocalDate asOf, ColumnDefinition event) {
    return when(col(event.name()).gt(lit(asOf)), 1).otherwise(0);
  }

  private static LinkRate linkRate(Row row) {
    return new LinkRate(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9));
  }
}
