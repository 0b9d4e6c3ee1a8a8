package se.jamlik.pipeline.mark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.kept.KeptTable;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.TriedSql;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Refuses definitions whose SQL cannot be read, names what is not there, or gives a condition where
 * a number is wanted. Everything is tried on tables without rows, so it takes a moment.
 */
public final class DefinitionCheck {
  private final SparkSession spark;
  private final Definitions definitions;
  private final TriedSql sql = new TriedSql();

  private DefinitionCheck(SparkSession spark, Definitions definitions) {
    this.spark = spark;
    this.definitions = definitions;
  }

  /**
   * Throws a UserError that names every problem; to be called before the night begins.
   *
   * @param others problems that somebody else has found in definitions that are not tried here
   */
  public static void refuseNonsense(
      SparkSession spark, Definitions definitions, List<String> others) {
    List<String> problems = new ArrayList<>(new DefinitionCheck(spark, definitions).problems());
    problems.addAll(others);
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use the definitions: %d problems in their SQL (expected none). Mend these files:%n%s"
              .formatted(problems.size(), String.join("\n", problems)));
    }
  }

  private List<String> problems() {
    LinkedTables tables = LinkedTables.empty(spark);
    try (Views views = new Views(spark)) {
      views.add(tables.byName());
      views.add(PeriodTables.of(spark, nothing()));
      views.add(ChoiceTables.of(spark, Settings.defaults()));
      views.add(CodeTables.of(spark, List.of(), OccurringCodes.NONE));
      definitions
          .derived()
          .forEach(
              (name, text) ->
                  sql.tried("derived/" + name + ".sql", () -> spark.sql(text))
                      .ifPresent(table -> views.add(name, withoutRows(table.schema()))));
      Dataset<Row> marked = withFacts(tables.table(LinkedTables.PERSON_PERIOD));
      marked = withCombined(marked);
      for (IndicatorDefinition indicator : definitions.indicators()) {
        check(indicator, marked);
      }
    }
    return sql.problems();
  }

  private Dataset<Row> withFacts(Dataset<Row> personPeriods) {
    Dataset<Row> marked = personPeriods;
    for (Map.Entry<String, String> fact : definitions.facts().entrySet()) {
      String file = "facts/" + fact.getKey() + ".sql";
      Optional<Dataset<Row>> facts = sql.tried(file, () -> spark.sql(fact.getValue()));
      if (facts.isPresent() && isJoinable(file, facts.get(), marked)) {
        marked = withoutRows(Facts.beside(marked.schema(), facts.get().schema()));
      }
    }
    return marked;
  }

  private boolean isJoinable(String file, Dataset<Row> facts, Dataset<Row> marked) {
    List<String> columns = Arrays.asList(facts.columns());
    if (!columns.containsAll(Facts.KEY)) {
      sql.add(file + ": no columns person and period");
      return false;
    }
    List<String> taken =
        columns.stream()
            .filter(column -> !Facts.KEY.contains(column))
            .filter(Arrays.asList(marked.columns())::contains)
            .toList();
    taken.forEach(column -> sql.add("%s: there already is a %s".formatted(file, column)));
    List<StructField> unreadable =
        Stream.of(facts.schema().fields())
            .filter(field -> !KeptTable.canStandBeside(field.dataType()))
            .toList();
    unreadable.forEach(
        field ->
            sql.add(
                "%s: %s is a %s, and not a number, a text or true and false"
                    .formatted(file, field.name(), field.dataType().sql())));
    return taken.isEmpty() && unreadable.isEmpty();
  }

  private Dataset<Row> withCombined(Dataset<Row> facts) {
    Dataset<Row> cost = spark.table(ChoiceTables.COSTS);
    Map<String, String> readable = new TreeMap<>();
    definitions
        .combined()
        .forEach(
            (name, text) ->
                type("combined/" + name + ".sql", text, Facts.withCost(facts, cost))
                    .ifPresent(type -> readable.put(name, text)));
    return withoutRows(Facts.withCombined(facts, readable, cost).schema());
  }

  private void check(IndicatorDefinition indicator, Dataset<Row> marked) {
    String file = "indicators/" + indicator.id() + ".yaml: ";
    type(file + "population", indicator.population(), marked)
        .filter(type -> !isCondition(type))
        .ifPresent(type -> sql.add(file + "population: not a condition"));
    type(file + "denominator", indicator.denominator(), marked)
        .filter(type -> !(type instanceof NumericType))
        .ifPresent(type -> sql.add(file + "denominator: not a number"));
    type(file + "numerator", indicator.numerator(), marked)
        .ifPresent(type -> checkNumerator(file + "numerator: ", type, indicator.kind()));
  }

  private void checkNumerator(String place, DataType type, IndicatorDefinition.Kind kind) {
    if (kind == IndicatorDefinition.Kind.PROPORTION && !isCondition(type)) {
      sql.add(place + "not a condition, as a proportion wants");
    } else if (!isCondition(type) && !(type instanceof NumericType)) {
      sql.add(place + "neither a number nor a condition");
    }
  }

  /**
   * A table of these columns that forgets how they came to be: else each check would analyse all
   * definitions before it once more.
   */
  private Dataset<Row> withoutRows(StructType columns) {
    return spark.createDataFrame(List.of(), columns);
  }

  private static boolean isCondition(DataType type) {
    return type instanceof BooleanType;
  }

  /** Type of an expression over the facts, beside them so that no sum over rows passes. */
  private Optional<DataType> type(String place, String text, Dataset<Row> marked) {
    return sql.tried(place, () -> marked.select(col("*"), expr(text).as("tried")))
        .map(tried -> tried.schema().fields()[marked.columns().length].dataType());
  }

  private static Coverage nothing() {
    LocalDate day = LocalDate.EPOCH;
    return new Coverage(day, day, day, List.of(), Set.of(), Map.of(), Areas.NONE);
  }
}
