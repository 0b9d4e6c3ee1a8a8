package se.jamlik.pipeline.quality;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Conformed tables drawn by hand, and what the checks count in them. */
final class SmallTables {
  static final Definitions DEFINITIONS = Definitions.load();

  private final SparkSession spark;
  private final Map<String, Dataset<Row>> tables = new HashMap<>();

  SmallTables(SparkSession spark) {
    this.spark = spark;
  }

  /** A table of rows, each told as {@code column: SQL; column: SQL}; the rest is null. */
  SmallTables with(String name, String... rows) {
    TableDefinition table = DEFINITIONS.table(name);
    tables.put(
        table.becomes(),
        spark.sql(
            Arrays.stream(rows)
                .map(row -> "select " + columns(table, told(row)))
                .collect(Collectors.joining(" union all "))));
    return this;
  }

  /** A table whose rows differ in one column alone. */
  SmallTables withEach(String name, String column, String... values) {
    return with(
        name, Arrays.stream(values).map(value -> column + ": " + value).toArray(String[]::new));
  }

  /** What the checks count, as {@code check column period municipality violated/total}. */
  List<String> counted(String name, String... checks) {
    return counted(
        Map.of(
            name,
            Checks.of(DEFINITIONS).stream()
                .filter(check -> check.table().equals(name))
                .filter(check -> checks.length == 0 || List.of(checks).contains(check.name()))
                .toList()));
  }

  /** What all checks count in all of the tables together, as in a night. */
  List<String> counted() {
    return counted(Checks.of(DEFINITIONS).stream().collect(Collectors.groupingBy(Check::table)));
  }

  private List<String> counted(Map<String, List<Check>> checks) {
    return new TableScan(tables, DEFINITIONS)
        .of(checks).values().stream()
            .flatMap(counts -> counts.counts().stream())
            .map(SmallTables::inWords)
            .toList();
  }

  static String inWords(Count count) {
    return Stream.of(
            count.check(),
            count.column(),
            count.period(),
            count.municipality(),
            count.violated() + "/" + count.total())
        .filter(word -> !word.equals(Check.ALL))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> told(String row) {
    Map<String, String> told = new LinkedHashMap<>();
    for (String part : row.split("; ", -1)) {
      String[] words = part.split(": ", 2);
      told.put(words[0], words[1]);
    }
    return told;
  }

  private static String columns(TableDefinition table, Map<String, String> told) {
    return table.columns().stream()
        .map(
            column ->
                "cast(%s as %s) as %s"
                        .formatted(
                            told.getOrDefault(column.name(), "null"), type(column), column.name())
                    + (column.type() == ColumnType.DEATH_DATE
                        ? ", %s as %s_precision"
                            .formatted(
                                told.getOrDefault(column.name() + "_precision", "'day'"),
                                column.name())
                        : ""))
        .collect(Collectors.joining(", "));
  }

  private static String type(ColumnDefinition column) {
    String one =
        switch (column.type()) {
          case PSEUDONYM -> column.name().equals("person") ? "bigint" : "string";
          case INT -> "int";
          case DECIMAL -> "decimal(18,6)";
          case DATE, DEATH_DATE -> "date";
          default -> "string";
        };
    return column.isList() ? "array<" + one + ">" : one;
  }
}
