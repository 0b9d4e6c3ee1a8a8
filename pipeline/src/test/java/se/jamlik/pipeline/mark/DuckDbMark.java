package se.jamlik.pipeline.mark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/** Computes the facts with DuckDB, from the texts that the night gives to Spark. */
final class DuckDbMark implements AutoCloseable {
  /** What begins the name of a table of facts. */
  static final String FACTS = "facts_";

  private final Definitions definitions;
  private final Connection connection;

  /** Reads the linked tables, and the small ones beside them, by way of Parquet. */
  DuckDbMark(Linked linked, Definitions definitions, Path folder) throws SQLException {
    this(linked, definitions, Settings.defaults(), folder);
  }

  DuckDbMark(Linked linked, Definitions definitions, Settings settings, Path folder)
      throws SQLException {
    this(definitions, copied(linked, definitions, settings, folder.resolve("duckdb")));
  }

  /**
   * Reads tables that are there.
   *
   * @param begin statements that create what the texts read
   */
  DuckDbMark(Definitions definitions, List<String> begin) throws SQLException {
    this.definitions = definitions;
    connection = DriverManager.getConnection("jdbc:duckdb:");
    for (String statement : begin) {
      execute(statement);
    }
    mark();
  }

  private static List<String> copied(
      Linked linked, Definitions definitions, Settings settings, Path folder) {
    LinkedTables tables = LinkedTables.of(linked);
    Map<String, Dataset<Row>> all = new LinkedHashMap<>(tables.byName());
    all.putAll(
        besideLinked(
            tables.table(LinkedTables.PERSON_PERIOD).sparkSession(),
            linked.coverage(),
            definitions,
            settings,
            OccurringCodes.in(tables::table)));
    return copied(all, folder);
  }

  /** The small tables beside the linked ones. */
  static Map<String, Dataset<Row>> besideLinked(
      SparkSession spark,
      Coverage coverage,
      Definitions definitions,
      Settings settings,
      OccurringCodes codes) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>(PeriodTables.of(spark, coverage));
    tables.putAll(ChoiceTables.of(spark, settings));
    tables.putAll(CodeTables.of(spark, CodeTables.inUse(definitions, settings), codes));
    return tables;
  }

  /** Writes tables as Parquet. Returns the statements that make DuckDB's of them. */
  static List<String> copied(Map<String, Dataset<Row>> tables, Path folder) {
    List<String> statements = new ArrayList<>();
    tables.forEach(
        (name, rows) -> {
          String parquet = folder.resolve(name).toString();
          rows.coalesce(1).write().parquet(parquet);
          statements.add(
              "create table %s as from read_parquet('%s/*.parquet')".formatted(name, parquet));
        });
    return statements;
  }

  /** Rows of a query, every value as text that both engines write alike. */
  List<Map<String, String>> rows(String query) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.put(
              result.getMetaData().getColumnName(column), Values.text(result.getObject(column)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private void mark() throws SQLException {
    for (Map.Entry<String, String> derived : definitions.derived().entrySet()) {
      keep(derived.getKey(), derived.getValue());
    }
    List<String> columns = new ArrayList<>(List.of("person_period.*"));
    StringBuilder joins = new StringBuilder("person_period");
    for (Map.Entry<String, String> facts : definitions.facts().entrySet()) {
      String table = FACTS + facts.getKey();
      keep(table, facts.getValue());
      joins.append("%nleft join %s using (person, period)".formatted(table));
      filledColumns(table).forEach((name, filled) -> columns.add(filled + " as " + name));
    }
    keep("facts", "select %s from %s".formatted(String.join(", ", columns), joins));
    List<String> combined = new ArrayList<>(List.of("facts.*"));
    definitions
        .combined()
        .forEach((name, text) -> combined.add("(%s) as %s".formatted(text, name)));
    keep("marked", "select %s from facts cross join cost".formatted(String.join(", ", combined)));
  }

  /** The columns of a table of facts by their names: 0 and false for those who have none. */
  Map<String, String> filledColumns(String table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Map<String, String> column : rows("describe " + table)) {
      String name = String.valueOf(column.get("column_name"));
      if (!List.of("person", "period").contains(name)) {
        String none = "BOOLEAN".equals(column.get("column_type")) ? "false" : "0";
        columns.put(name, "coalesce(%s.%s, %s)".formatted(table, name, none));
      }
    }
    return columns;
  }

  private void keep(String table, String query) throws SQLException {
    execute("create table %s as %s".formatted(table, query));
  }

  void execute(String statement) throws SQLException {
    try (Statement executed = connection.createStatement()) {
      executed.execute(statement);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
