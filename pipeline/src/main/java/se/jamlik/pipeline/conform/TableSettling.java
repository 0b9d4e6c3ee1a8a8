package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udaf;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Settles which rows of the deliveries stand in the conformed tables. The rows themselves stay
 * where they were read to: what is written of a table is a note of the rows that are struck out. A
 * table whose deliveries are the same as when it was settled last is left as it is.
 */
final class TableSettling {
  /** Raised when the rules of keys change, so that every table is settled anew. */
  private static final int SETTLING_RULES = 3;

  /** So many hashes of eight bytes may be sent to every task. */
  private static final long FEW = 500_000;

  private static final String STRUCK = "struck";

  private final SparkSession spark;
  private final String folder;
  private final Consumer<Moment> observer;

  /** The notes of the tables go below the folder. */
  TableSettling(SparkSession spark, String folder, Consumer<Moment> observer) {
    this.spark = spark;
    this.folder = folder;
    this.observer = observer;
  }

  /** The table of what deliveries hold of it, in ledger order; each holds a row at least. */
  SettledTable settle(TableDefinition table, List<KeptRows> deliveries) {
    String place = place(folder, table);
    String madeFrom = madeFrom(table, deliveries);
    Optional<TableNote> there = TableNote.read(place);
    List<String> why =
        new TableChanges(there.map(TableNote::madeFrom).orElse(""), madeFrom).kinds();
    TableNote note = why.isEmpty() ? there.orElseThrow() : settled(table, deliveries, madeFrom);
    if (!why.isEmpty()) {
      observer.accept(Moment.COMPARED);
      note.write(place);
      observer.accept(Moment.SETTLED);
    }
    return new SettledTable(
        table,
        standing(spark, table, deliveries, note.struck()),
        note.counts(),
        Sha256.of(madeFrom),
        why);
  }

  static String place(String folder, TableDefinition table) {
    return folder + "/" + table.becomes();
  }

  /**
   * What a table is made from: the rules it is settled by, and number and bytes of each delivery.
   */
  static String madeFrom(TableDefinition table, List<KeptRows> deliveries) {
    return deliveries.stream()
        .map(delivery -> delivery.number() + ":" + delivery.madeFrom())
        .collect(Collectors.joining(",", SETTLING_RULES + "-" + Store.rules(table) + ":", ""));
  }

  /** The rows of deliveries but for those that are struck. */
  static Dataset<Row> standing(
      SparkSession spark, TableDefinition table, List<KeptRows> deliveries, StruckRows struck) {
    return struck.takenFrom(kept(spark, table, deliveries)).drop(RowSchema.BESIDE);
  }

  private static Dataset<Row> kept(
      SparkSession spark, TableDefinition table, List<KeptRows> deliveries) {
    return PersonTables.read(
        spark,
        RowSchema.kept(table),
        deliveries.stream().map(KeptRows::folder).toArray(String[]::new));
  }

  private TableNote settled(TableDefinition table, List<KeptRows> deliveries, String madeFrom) {
    Dataset<Row> rows = kept(spark, table, deliveries);
    KeyCounts counts =
        new KeyCounts(deliveries.stream().mapToInt(KeptRows::number).max().orElse(0));
    rows.groupBy(col(RowSchema.DELIVERY), isBeside())
        .count()
        .collectAsList()
        .forEach(
            row ->
                counts.add(row.getInt(0), row.getBoolean(1), KeyCounts.ACCEPTED, row.getLong(2)));
    SortedMap<Integer, Roaring64Bitmap> struck = new TreeMap<>();
    // Equal rows of one file are as many events where the whole row is the key.
    if (deliveries.size() > 1 || !table.isKeyedByTheWholeRow()) {
      settleRepeated(table, rows, counts, struck);
    }
    return new TableNote(madeFrom, counts.counts(), new StruckRows(struck));
  }

  /** Sets the counts right of rows whose key is there once more, and strikes some of them. */
  private void settleRepeated(
      TableDefinition table,
      Dataset<Row> rows,
      KeyCounts counts,
      SortedMap<Integer, Roaring64Bitmap> struck) {
    Dataset<Row> identities =
        Keys.repeatedIdentities(rows, table).persist(StorageLevel.DISK_ONLY());
    try {
      long number = identities.count();
      if (number == 0) {
        return;
      }
      Dataset<Row> repeated =
          Keys.repeated(rows, number > FEW ? identities : broadcast(identities), table);
      Keys.settled(repeated, table)
          .groupBy(col(RowSchema.DELIVERY), isBeside(), col(Keys.OUTCOME), col(Keys.IS_STRUCK))
          .agg(
              count(lit(1)),
              udaf(new Lines(), Encoders.LONG()).apply(col(RowSchema.LINE)).as(STRUCK))
          .collectAsList()
          .forEach(
              row -> {
                counts.add(row.getInt(0), row.getBoolean(1), KeyCounts.ACCEPTED, -row.getLong(4));
                counts.add(row.getInt(0), row.getBoolean(1), row.getInt(2), row.getLong(4));
                if (row.getBoolean(3)) {
                  struck
                      .computeIfAbsent(row.getInt(0), any -> new Roaring64Bitmap())
                      .or(StruckRows.lines(row.getAs(STRUCK)));
                }
              });
    } finally {
      identities.unpersist();
    }
  }

  private static Column isBeside() {
    return coalesce(col(RowSchema.BESIDE), lit(false)).as(RowSchema.BESIDE);
  }
}
