package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Settles, in the order of the ledger, which rows are duplicates and which row holds each key. One
 * row per delivered row that keeps the contract, with what becomes of it.
 */
final class Keys {
  /** The row equals one that was already there. */
  static final String IS_DUPLICATE = "is_duplicate";

  /** The row took over the key of a row of an earlier file. */
  static final String REPLACES = "replaces";

  /** The row, or the one that it equals, holds its key in the end. */
  static final String HOLDS = "holds";

  private static final String CONTENT = "content";
  private static final String BEFORE = "before";

  private Keys() {}

  static Dataset<Row> settled(Dataset<Row> rows, TableDefinition table) {
    Dataset<Row> compared = rows.withColumn(CONTENT, content(table));
    return table.isKeyedByTheWholeRow() ? byWholeRow(compared) : byKey(compared, table);
  }

  /** A row equal to a row of an earlier file is a duplicate; nothing is replaced. */
  private static Dataset<Row> byWholeRow(Dataset<Row> rows) {
    Column first = min(RowSchema.DELIVERY).over(Window.partitionBy(col("person"), col(CONTENT)));
    return rows.withColumn(IS_DUPLICATE, col(RowSchema.DELIVERY).gt(first))
        .withColumn(REPLACES, lit(false))
        .withColumn(HOLDS, not(col(IS_DUPLICATE)));
  }

  /**
   * The row before in the order of the ledger either holds the key or equals the row that holds it,
   * so a row is a duplicate when it equals the row before.
   */
  private static Dataset<Row> byKey(Dataset<Row> rows, TableDefinition table) {
    WindowSpec inOrder =
        Window.partitionBy(table.key().stream().map(name -> col(name)).toArray(Column[]::new))
            .orderBy(col(RowSchema.DELIVERY), col(RowSchema.LINE));
    Dataset<Row> compared =
        rows.withColumn(
                IS_DUPLICATE,
                coalesce(lag(CONTENT, 1).over(inOrder).equalTo(col(CONTENT)), lit(false)))
            .withColumn(HOLDS, lead(RowSchema.LINE, 1).over(inOrder).isNull());
    Column taken = when(not(col(IS_DUPLICATE)), holderColumns(table));
    return compared
        .withColumn(
            BEFORE, last(taken, true).over(inOrder.rowsBetween(Window.unboundedPreceding(), -1)))
        .withColumn(
            REPLACES,
            not(col(IS_DUPLICATE))
                .and(
                    coalesce(
                        col(BEFORE + "." + RowSchema.DELIVERY).lt(col(RowSchema.DELIVERY)),
                        lit(false))));
  }

  /**
   * The rows that hold their keys: the last of each key, told as the row that it equals when it is
   * a duplicate.
   */
  static Dataset<Row> holders(Dataset<Row> settled, TableDefinition table) {
    Dataset<Row> last = settled.filter(col(HOLDS));
    if (!table.isKeyedByTheWholeRow()) {
      for (String name : told(table)) {
        last =
            last.withColumn(
                name, when(col(IS_DUPLICATE), col(BEFORE + "." + name)).otherwise(col(name)));
      }
    }
    return last.drop(CONTENT, BEFORE, IS_DUPLICATE, REPLACES, HOLDS, RowSchema.BESIDE);
  }

  private static Column holderColumns(TableDefinition table) {
    return struct(told(table).stream().map(name -> col(name)).toArray(Column[]::new));
  }

  /** The columns in which two equal rows may differ. */
  private static List<String> told(TableDefinition table) {
    return Stream.concat(
            Stream.of(RowSchema.DELIVERY, RowSchema.LINE),
            table.columns().stream()
                .filter(column -> column.type() == ColumnType.DEATH_DATE)
                .map(column -> column.name() + RowSchema.PRECISION_ENDING))
        .toList();
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
