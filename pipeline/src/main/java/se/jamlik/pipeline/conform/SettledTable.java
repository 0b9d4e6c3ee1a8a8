package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.PersonTables;
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

  /** Reads what the store keeps of the deliveries, settles the keys and writes the table. */
  static SettledTable write(
      SparkSession spark,
      Store store,
      TableDefinition table,
      List<Delivery> deliveries,
      String folder,
      int buckets) {
    Dataset<Row> rows =
        spark
            .read()
            .schema(RowSchema.spark(table))
            .option("parquet.page.verify-checksum.enabled", "true")
            .parquet(
                deliveries.stream()
                    .map(delivery -> store.rows(delivery.table(), delivery.sha256()))
                    .toArray(String[]::new));
    int last = deliveries.stream().mapToInt(Delivery::number).max().orElse(0);
    Observation observation = new Observation();
    boolean isOfPersons = table.column(PersonTables.PERSON).isPresent();
    Dataset<Row> placed = isOfPersons ? rows.repartition(buckets, col(PersonTables.PERSON)) : rows;
    Dataset<Row> counted =
        Keys.settled(placed, table)
            .observe(
                observation,
                udaf(new KeyCounts(spark, last), Encoders.INT()).apply(outcome()).as("counts"));
    Dataset<Row> holders = Keys.holders(counted, table);
    Dataset<Row> written =
        isOfPersons
            ? PersonTables.write(holders, folder, buckets, sortedAfterPerson(table))
            : writePlain(holders, folder, table);
    return new SettledTable(table, written, counts(observation));
  }

  long rowsOf(int delivery, int outcome) {
    return counts.get(KeyCounts.OUTCOMES * delivery + outcome);
  }

  private static Column outcome() {
    return col(RowSchema.DELIVERY)
        .multiply(KeyCounts.OUTCOMES)
        .plus(
            when(col(Keys.IS_DUPLICATE), lit(KeyCounts.DUPLICATE))
                .when(col(Keys.REPLACES), lit(KeyCounts.REPLACING))
                .otherwise(lit(KeyCounts.ACCEPTED)));
  }

  private static List<Long> counts(Observation observation) {
    List<Long> counts = new ArrayList<>();
    Map<String, Object> observed = observed(observation);
    if (observed.get("counts") instanceof scala.collection.Seq<?> seq) {
      for (int place = 0; place < seq.size(); place++) {
        counts.add((Long) seq.apply(place));
      }
    }
    return counts;
  }

  private static Map<String, Object> observed(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while settling the keys", e);
    }
  }

  private static Dataset<Row> writePlain(Dataset<Row> rows, String folder, TableDefinition table) {
    rows.coalesce(1)
        .sortWithinPartitions(table.key().stream().map(name -> col(name)).toArray(Column[]::new))
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(folder);
    return rows.sparkSession().read().schema(rows.schema()).parquet(folder);
  }

  private static String[] sortedAfterPerson(TableDefinition table) {
    List<String> order = new ArrayList<>();
    if (table.event() != null) {
      order.add(table.event());
    }
    table.key().stream()
        .filter(name -> !name.equals(PersonTables.PERSON) && !order.contains(name))
        .forEach(order::add);
    order.add(RowSchema.DELIVERY);
    order.add(RowSchema.LINE);
    return order.toArray(String[]::new);
  }
}
