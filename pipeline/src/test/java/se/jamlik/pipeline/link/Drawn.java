package se.jamlik.pipeline.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Conformed tables drawn row by row in a test; columns that are not named are null. */
final class Drawn {
  static final Definitions DEFINITIONS = Definitions.load();

  /** The defaults, with the few parts that a handful of rows wants. */
  static final Settings SETTINGS =
      new Settings(
          Settings.defaults().scope(),
          Settings.defaults().quality(),
          Settings.defaults().protect(),
          Settings.defaults().groupers(),
          Settings.defaults().choices(),
          Settings.defaults().costs(),
          2);

  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  /** Adds a row to a table by our name: column, value, column, value, ... */
  Drawn row(String table, Object... columnsAndValues) {
    Map<Object, Object> values = new HashMap<>();
    for (int place = 0; place < columnsAndValues.length; place += 2) {
      values.put(columnsAndValues[place], columnsAndValues[place + 1]);
    }
    String[] names = ConformedTables.schema(definition(table)).fieldNames();
    if (!Arrays.asList(names).containsAll(values.keySet())) {
      throw new IllegalArgumentException(values.keySet() + " are not all columns of " + table);
    }
    rows.computeIfAbsent(table, any -> new ArrayList<>())
        .add(RowFactory.create(Stream.of(names).map(values::get).toArray()));
    return this;
  }

  Drawn woman(long person, int birthYear, int year, String municipality, String deso) {
    return row(
        "population",
        "person",
        person,
        "year",
        year,
        "birth_year",
        birthYear,
        "sex",
        2,
        "municipality",
        municipality,
        "deso",
        deso);
  }

  Map<String, Dataset<Row>> tables(SparkSession spark) {
    Map<String, Dataset<Row>> tables = new HashMap<>();
    rows.forEach(
        (name, all) ->
            tables.put(name, spark.createDataFrame(all, ConformedTables.schema(definition(name)))));
    return tables;
  }

  private static TableDefinition definition(String becomes) {
    return DEFINITIONS.tableThatBecomes(becomes);
  }

  static LocalDate date(String date) {
    return LocalDate.parse(date);
  }

  static int day(String date) {
    return Days.of(LocalDate.parse(date));
  }

  /** The values of some columns, one line a row, in order. */
  static List<String> lines(Dataset<Row> table, String... columns) {
    return table.selectExpr(columns).collectAsList().stream()
        .map(row -> row.mkString(" "))
        .sorted()
        .toList();
  }
}
