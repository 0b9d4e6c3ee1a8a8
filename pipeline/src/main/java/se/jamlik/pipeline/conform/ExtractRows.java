package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.ShapeDefinition;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Fill;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Reference;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.View;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * The rows of one extract. A row that repeats the key of an earlier one, or does not find a row
 * that it must find, has no place; the others stand under their tables' names for the SQL of the
 * shape, in a session of its own.
 */
final class ExtractRows {
  static final String REASON = "reason";
  private static final String FOUND = "found_";
  private static final StructType CONCEPT =
      new StructType()
          .add("field", DataTypes.StringType)
          .add("concept", DataTypes.IntegerType)
          .add("becomes", DataTypes.StringType);

  private final SparkSession session;
  private final ShapeDefinition shape;
  private final List<Dataset<Row>> withoutPlace = new ArrayList<>();

  /** {@code folders} tell where the rows of each table lie; the views go below another one. */
  ExtractRows(
      SparkSession spark,
      ShapeDefinition shape,
      Map<String, List<String>> folders,
      String viewFolder) {
    this.session = spark.newSession();
    this.shape = shape;
    for (TableDefinition table : shape.tables()) {
      place(table, rows(table, folders.getOrDefault(table.table(), List.of())));
    }
    session
        .createDataFrame(
            shape.concepts().stream()
                .map(known -> RowFactory.create(known.field(), known.concept(), known.becomes()))
                .toList(),
            CONCEPT)
        .createOrReplaceTempView("concept");
    // A view is written because several fills read it, and each would join its tables anew.
    for (View view : shape.views()) {
      Dataset<Row> rows = session.sql(view.rows());
      write(rows, viewFolder + "/" + view.name());
      PersonTables.read(session, rows.schema(), viewFolder + "/" + view.name())
          .createOrReplaceTempView(view.name());
    }
  }

  /** Sets the rows without a place aside and counts them by delivery. */
  Map<Integer, Long> writeWithoutPlace(List<Delivery> deliveries, String folder) {
    Column file = lit(null).cast(DataTypes.StringType);
    for (Delivery delivery : deliveries) {
      file =
          when(col(RowSchema.DELIVERY).equalTo(delivery.number()), delivery.file()).otherwise(file);
    }
    Dataset<Row> aside =
        withoutPlace.stream()
            .reduce(Dataset::union)
            .orElseThrow()
            .withColumn("file", file)
            .withColumn("raw", lit(""))
            .select("file", RowSchema.LINE, REASON, "raw", RowSchema.DELIVERY)
            .coalesce(1)
            .sortWithinPartitions(RowSchema.DELIVERY, RowSchema.LINE);
    write(aside, folder);
    Map<Integer, Long> counts = new HashMap<>();
    PersonTables.read(session, aside.schema(), folder)
        .groupBy(RowSchema.DELIVERY)
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getInt(0), row.getLong(1)));
    return counts;
  }

  /** Writes what becomes rows of a table of the contract and counts them. */
  long write(Fill fill, TableDefinition table, String folder) {
    Dataset<Row> rows = session.sql(fill.rows());
    Set<String> given = Set.of(rows.columns());
    StructType schema = RowSchema.kept(table);
    Set<String> known = Set.of(schema.fieldNames());
    if (!known.containsAll(given)) {
      throw new IllegalStateException(
          "Cannot fill %s from %s: the SQL gives columns that the table does not have."
              .formatted(fill.table(), shape.shape()));
    }
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(field -> given.contains(field.name()) ? col(field.name()) : withoutValue(field))
            .toArray(Column[]::new);
    write(rows.select(columns).to(schema), folder);
    Row counted =
        PersonTables.read(session, schema, folder)
            .agg(count(lit(1)), count_distinct(col(RowSchema.DELIVERY), col(RowSchema.LINE)))
            .head();
    if (counted.getLong(0) != counted.getLong(1)) {
      throw new IllegalStateException(
          "Cannot fill %s from %s: the SQL gives several rows of one line."
              .formatted(fill.table(), shape.shape()));
    }
    return counted.getLong(0);
  }

  private static Column withoutValue(StructField field) {
    Column none = field.dataType() instanceof ArrayType ? array() : lit(null);
    return none.cast(field.dataType()).as(field.name());
  }

  private static void write(Dataset<Row> rows, String folder) {
    rows.write().mode(SaveMode.Overwrite).option("compression", "zstd").parquet(folder);
  }

  private Dataset<Row> rows(TableDefinition table, List<String> folders) {
    StructType schema = RowSchema.spark(table);
    return folders.isEmpty()
        ? session.createDataFrame(List.of(), schema)
        : PersonTables.read(session, schema, folders.toArray(String[]::new));
  }

  private void place(TableDefinition table, Dataset<Row> rows) {
    Dataset<Row> judged = rows.withColumn(REASON, repeatsItsKey(table));
    for (Reference reference : shape.references()) {
      if (reference.table().equals(table.table())) {
        judged = found(judged, reference);
      }
    }
    withoutPlace.add(
        judged.filter(col(REASON).isNotNull()).select(RowSchema.DELIVERY, RowSchema.LINE, REASON));
    judged.filter(col(REASON).isNull()).drop(REASON).createOrReplaceTempView(table.table());
  }

  private static Column repeatsItsKey(TableDefinition table) {
    Column[] key = table.key().stream().map(name -> col(name)).toArray(Column[]::new);
    Column place =
        row_number()
            .over(Window.partitionBy(key).orderBy(col(RowSchema.DELIVERY), col(RowSchema.LINE)));
    return when(place.gt(1), lit(Reasons.repeats(table.key())));
  }

  /** The rows, those that do not find theirs with a reason; a row finds one at most, by its key. */
  private Dataset<Row> found(Dataset<Row> rows, Reference reference) {
    Dataset<Row> others =
        session
            .table(reference.to())
            .select(
                reference.columns().stream()
                    .map(name -> col(name).as(FOUND + name))
                    .toArray(Column[]::new));
    Column isFound = lit(true);
    for (String name : reference.columns()) {
      isFound = isFound.and(rows.col(name).equalTo(others.col(FOUND + name)));
    }
    Column isMissing = col(FOUND + reference.columns().get(0)).isNull();
    return rows.join(others, isFound, "left")
        .withColumn(
            REASON, coalesce(col(REASON), when(isMissing, lit(Reasons.findsNothing(reference)))))
        .drop(reference.columns().stream().map(FOUND::concat).toArray(String[]::new));
  }
}
