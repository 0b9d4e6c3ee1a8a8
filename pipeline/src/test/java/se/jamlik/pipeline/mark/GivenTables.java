package se.jamlik.pipeline.mark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Rows of spec pages as the conformed tables that link reads. */
final class GivenTables {
  /** What a page leaves out because it matters to no example of it. */
  private static final Map<String, Map<String, String>> UNSAID =
      Map.of(
          "rtb_bef", Map.of("kon", "2", "kommun", "2480"),
          "par_slutenvard", Map.of("sjukhus", "64001", "klinik", "101"),
          "pv_kontakt", Map.of("enhet", "Ersboda"),
          "pv_listning", Map.of("enhet", "Ersboda"),
          "sol", Map.of("kommun", "2480"),
          "lss", Map.of("kommun", "2480"),
          "khsl", Map.of("kommun", "2480", "kva", "GD001"),
          "eb", Map.of("kommun", "2480"),
          "bu", Map.of("kommun", "2480"));

  private final Definitions definitions;
  private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();

  GivenTables(Definitions definitions) {
    this.definitions = definitions;
  }

  /** Adds the rows of a page; its persons are kept apart from those of other pages. */
  void add(SpecPage page) {
    page.given()
        .forEach(
            (table, given) ->
                given.forEach(
                    row -> {
                      Map<String, String> said = new TreeMap<>(row);
                      said.computeIfPresent("lopnr", (column, name) -> page.pseudonym(name));
                      add(table, said);
                    }));
  }

  void add(String table, Map<String, String> row) {
    Map<String, String> complete = new TreeMap<>(UNSAID.getOrDefault(table, Map.of()));
    complete.putAll(row);
    List<Map<String, String>> ofTable = rows.computeIfAbsent(table, name -> new ArrayList<>());
    if (table.equals("pv_kontakt")) {
      complete.putIfAbsent("kontakt_id", "k" + ofTable.size());
    }
    ofTable.add(complete);
  }

  /** The tables by our names. */
  Map<String, Dataset<Row>> conformed(SparkSession spark) {
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    rows.forEach(
        (table, given) -> {
          TableDefinition definition = definitions.table(table);
          tables.put(definition.becomes(), conformed(spark, definition, given));
        });
    return tables;
  }

  private static Dataset<Row> conformed(
      SparkSession spark, TableDefinition table, List<Map<String, String>> given) {
    StructType asText = new StructType();
    for (ColumnDefinition column : table.columns()) {
      asText =
          asText.add(
              column.name(),
              column.isList()
                  ? DataTypes.createArrayType(DataTypes.StringType)
                  : DataTypes.StringType);
    }
    List<Row> texts = given.stream().map(row -> texts(table, row)).toList();
    return spark
        .createDataFrame(texts, asText)
        .select(table.columns().stream().map(GivenTables::typed).toArray(Column[]::new))
        .withColumn("delivery", lit(1))
        .withColumn("line", lit(2L));
  }

  private static Row texts(TableDefinition table, Map<String, String> row) {
    row.keySet().stream()
        .filter(name -> table.columns().stream().noneMatch(column -> holds(column, name)))
        .forEach(
            name -> {
              throw new IllegalStateException(table.table() + " has no column " + name);
            });
    return RowFactory.create(table.columns().stream().map(column -> text(column, row)).toArray());
  }

  private static boolean holds(ColumnDefinition column, String name) {
    return column.isList()
        ? name.matches(column.delivered().replace("{n}", "[0-9]+"))
        : name.equals(column.delivered());
  }

  private static Object text(ColumnDefinition column, Map<String, String> row) {
    if (!column.isList()) {
      String cell = row.getOrDefault(column.delivered(), "");
      return cell.isEmpty() ? null : cell;
    }
    return IntStream.rangeClosed(1, 9)
        .mapToObj(number -> row.get(column.delivered().replace("{n}", "" + number)))
        .filter(Objects::nonNull)
        .filter(cell -> !cell.isEmpty())
        .toArray(String[]::new);
  }

  private static Column typed(ColumnDefinition column) {
    Column text = col(column.name());
    if (column.name().equals(PersonTables.PERSON)) {
      return xxhash64(text).as(column.name());
    }
    if (column.type() == ColumnType.DECIMAL) {
      text = regexp_replace(text, lit(","), lit("."));
    }
    return column.isList() ? text : text.cast(type(column)).as(column.name());
  }

  private static DataType type(ColumnDefinition column) {
    return switch (column.type()) {
      case INT -> DataTypes.IntegerType;
      case DECIMAL -> DataTypes.createDecimalType(18, 6);
      case DATE, DEATH_DATE -> DataTypes.DateType;
      default -> DataTypes.StringType;
    };
  }
}
