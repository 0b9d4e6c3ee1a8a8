package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Settles and writes the conformed tables. A table whose deliveries are the same as when it was
 * written last is left as it lies.
 */
final class TableWriter {
  /** Raised when the rules of keys or the layout change, so that every table is written anew. */
  private static final int SETTLING_RULES = 2;

  private final SparkSession spark;
  private final String folder;
  private final int buckets;
  private final Consumer<Moment> observer;

  /** Tables go below the folder, those of persons in so many parts each. */
  TableWriter(SparkSession spark, String folder, int buckets, Consumer<Moment> observer) {
    this.spark = spark;
    this.folder = folder;
    this.buckets = buckets;
    this.observer = observer;
  }

  /** The table of what deliveries hold of it, in ledger order; each holds a row at least. */
  SettledTable write(TableDefinition table, List<KeptRows> deliveries) {
    String place = folder + "/" + table.becomes();
    String madeFrom = madeFrom(table, deliveries, buckets);
    Optional<List<Long>> counts = TableNote.read(place, madeFrom);
    if (counts.isPresent()) {
      Dataset<Row> rows = PersonTables.read(spark, RowSchema.spark(table), place);
      return new SettledTable(table, rows, counts.get(), Sha256.of(madeFrom), List.of());
    }
    List<String> why = new TableChanges(TableNote.madeFrom(place).orElse(""), madeFrom).kinds();
    // The note goes first: a table that is half deleted or half written must not have one.
    TableNote.delete(place);
    observer.accept(Moment.LET_GO);
    SettledTable settled = settled(table, deliveries, place, Sha256.of(madeFrom), why);
    observer.accept(Moment.WRITTEN);
    TableNote.write(place, madeFrom, settled.counts());
    observer.accept(Moment.SETTLED);
    return settled;
  }

  /**
   * What a table is made from: the rules it is written by, and number and bytes of each delivery.
   */
  static String madeFrom(TableDefinition table, List<KeptRows> deliveries, int buckets) {
    return deliveries.stream()
        .map(delivery -> delivery.number() + ":" + delivery.madeFrom())
        .collect(
            Collectors.joining(
                ",", SETTLING_RULES + "-" + Store.rules(table) + "-" + buckets + ":", ""));
  }

  private SettledTable settled(
      TableDefinition table,
      List<KeptRows> deliveries,
      String place,
      String madeFrom,
      List<String> why) {
    int last = deliveries.stream().mapToInt(KeptRows::number).max().orElse(0);
    Observation observation = new Observation();
    boolean isByPerson = table.isKeyedByTheWholeRow() || table.key().contains(PersonTables.PERSON);
    Dataset<Row> rows = kept(table, deliveries);
    Dataset<Row> settled =
        Keys.settled(isByPerson ? PersonTables.gathered(rows, buckets) : rows, table)
            .observe(
                observation,
                udaf(new KeyCounts(spark, last), Encoders.INT()).apply(outcome()).as("counts"));
    Dataset<Row> holders = Keys.holders(settled, table);
    Dataset<Row> written;
    if (isByPerson) {
      written = PersonTables.writeGathered(holders, place, sortedAfterPerson(table));
    } else if (table.column(PersonTables.PERSON).isPresent()) {
      written = PersonTables.write(holders, place, buckets, sortedAfterPerson(table));
    } else {
      written = writePlain(holders, place, table);
    }
    return new SettledTable(table, written, counts(observation), madeFrom, why);
  }

  private Dataset<Row> kept(TableDefinition table, List<KeptRows> deliveries) {
    return PersonTables.read(
        spark,
        RowSchema.kept(table),
        deliveries.stream().map(KeptRows::folder).toArray(String[]::new));
  }

  private static Column outcome() {
    return col(RowSchema.DELIVERY)
        .multiply(KeyCounts.OUTCOMES)
        .plus(
            when(col(Keys.IS_DUPLICATE), lit(KeyCounts.DUPLICATE))
                .when(col(Keys.REPLACES), lit(KeyCounts.REPLACING))
                .otherwise(lit(KeyCounts.ACCEPTED)))
        .plus(when(col(RowSchema.BESIDE), lit(KeyCounts.BESIDE)).otherwise(lit(0)));
  }

  private static List<Long> counts(Observation observation) {
    List<Long> counts = new ArrayList<>();
    if (observed(observation).get("counts") instanceof scala.collection.Seq<?> seq) {
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

  private Dataset<Row> writePlain(Dataset<Row> rows, String place, TableDefinition table) {
    rows.coalesce(1)
        .sortWithinPartitions(table.key().stream().map(name -> col(name)).toArray(Column[]::new))
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(place);
    return PersonTables.read(spark, rows.schema(), place);
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
