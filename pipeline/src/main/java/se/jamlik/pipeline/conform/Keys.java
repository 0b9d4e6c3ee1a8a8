package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Settles, in the order of the ledger, which rows are duplicates and which row holds each key. A
 * duplicate never holds a key: the row that it equals does.
 */
final class Keys {
  /** What became of the row, as {@link KeyCounts} numbers it. */
  static final String OUTCOME = "outcome";

  /** The row, or one that it equals, holds its key no longer. */
  static final String IS_STRUCK = "is_struck";

  private static final String CONTENT = "content";
  private static final String IDENTITY = "identity";
  private static final String IS_DUPLICATE = "is_duplicate";
  private static final String TAKEN_BEFORE = "taken_before";
  private static final String IS_TAKEN_LATER = "is_taken_later";

  private Keys() {}

  /** The rows whose key is there once more: those that there is anything to settle about. */
  static Dataset<Row> repeated(Dataset<Row> rows, Dataset<Row> identities, TableDefinition table) {
    return rows.withColumn(IDENTITY, identity(table))
        .join(identities, new String[] {IDENTITY}, "left_semi")
        .drop(IDENTITY);
  }

  /** A hash of each key that more than one row has; of two keys that share theirs too. */
  static Dataset<Row> repeatedIdentities(Dataset<Row> rows, TableDefinition table) {
    return rows.select(identity(table).as(IDENTITY))
        .repartition(col(IDENTITY))
        .sortWithinPartitions(IDENTITY)
        .mapPartitions(new MoreThanOnce(), Encoders.LONG())
        .toDF(IDENTITY);
  }

  /** One row per delivered row: where it stood, what became of it and whether it is struck. */
  static Dataset<Row> settled(Dataset<Row> rows, TableDefinition table) {
    Dataset<Row> compared = rows.withColumn(CONTENT, content(table));
    Dataset<Row> settled =
        table.isKeyedByTheWholeRow() ? byWholeRow(compared) : byKey(compared, table);
    return settled.select(
        col(RowSchema.DELIVERY),
        col(RowSchema.LINE),
        col(RowSchema.BESIDE),
        col(OUTCOME),
        col(IS_STRUCK));
  }

  /** A row equal to a row of an earlier file is a duplicate; nothing is replaced. */
  private static Dataset<Row> byWholeRow(Dataset<Row> rows) {
    Column first =
        min(RowSchema.DELIVERY).over(Window.partitionBy(col(PersonTables.PERSON), col(CONTENT)));
    return rows.withColumn(IS_STRUCK, col(RowSchema.DELIVERY).gt(first))
        .withColumn(
            OUTCOME,
            when(col(IS_STRUCK), lit(KeyCounts.DUPLICATE)).otherwise(lit(KeyCounts.ACCEPTED)));
  }

  /**
   * The row before in the order of the ledger either holds the key or equals the row that holds it,
   * so a row is a duplicate when it equals the row before.
   */
  private static Dataset<Row> byKey(Dataset<Row> rows, TableDefinition table) {
    WindowSpec inOrder =
        Window.partitionBy(table.key().stream().map(name -> col(name)).toArray(Column[]::new))
            .orderBy(col(RowSchema.DELIVERY), col(RowSchema.LINE));
    Column isTaken = not(col(IS_DUPLICATE));
    return rows.withColumn(
            IS_DUPLICATE, coalesce(lag(CONTENT, 1).over(inOrder).equalTo(col(CONTENT)), lit(false)))
        .withColumn(
            TAKEN_BEFORE,
            last(when(isTaken, col(RowSchema.DELIVERY)), true)
                .over(inOrder.rowsBetween(Window.unboundedPreceding(), -1)))
        .withColumn(
            IS_TAKEN_LATER,
            coalesce(
                max(isTaken).over(inOrder.rowsBetween(1, Window.unboundedFollowing())), lit(false)))
        .withColumn(
            OUTCOME,
            when(col(IS_DUPLICATE), lit(KeyCounts.DUPLICATE))
                .when(col(TAKEN_BEFORE).lt(col(RowSchema.DELIVERY)), lit(KeyCounts.REPLACING))
                .otherwise(lit(KeyCounts.ACCEPTED)))
        .withColumn(IS_STRUCK, col(IS_DUPLICATE).or(col(IS_TAKEN_LATER)));
  }

  private static Column identity(TableDefinition table) {
    return table.isKeyedByTheWholeRow()
        ? xxhash64(col(PersonTables.PERSON), content(table))
        : xxhash64(table.key().stream().map(name -> col(name)).toArray(Column[]::new));
  }

  /** A hash of all contract columns in which a missing value stands for itself. */
  private static Column content(TableDefinition table) {
    List<Column> values = new ArrayList<>();
    Column missing = lit(0L);
    int bit = 0;
    for (ColumnDefinition column : table.columns()) {
      if (column.isList()) {
        values.add(array_join(col(column.name()), "\u001f", "\u0000"));
      } else {
        values.add(col(column.name()));
        missing =
            missing.bitwiseOR(when(col(column.name()).isNull(), lit(1L << bit)).otherwise(lit(0L)));
        bit++;
      }
    }
    return xxhash64(Stream.concat(values.stream(), Stream.of(missing)).toArray(Column[]::new));
  }
}
