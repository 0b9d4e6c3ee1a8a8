package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.StructField;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;
import se.jamlik.pipeline.vocabulary.TriedSql;

/**
 * What is wrong with the SQL of the kinds of quality checks, tried on tables without rows: all
 * conditions of a table at once, and one by one only when that fails.
 */
public final class ConditionProblems {
  private final Map<String, Dataset<Row>> tables;
  private final TriedSql sql = new TriedSql();

  /** A kind is made on many columns; what is wrong with it is told once. */
  private final Set<String> told = new HashSet<>();

  private ConditionProblems(Map<String, Dataset<Row>> tables) {
    this.tables = tables;
  }

  /** A condition of a check, and what it is called in its file. */
  private record Condition(Check check, String part, String text) {
    private Column sql() {
      return expr(Conditions.sql(text, check));
    }

    private String file() {
      return "quality/%s.yaml: %s".formatted(check.name(), part);
    }

    /** Where it was tried; it may be wrong elsewhere too. */
    private String place() {
      return "%s, on %s %s".formatted(file(), check.table(), check.column());
    }
  }

  /**
   * All problems, each with its file.
   *
   * @param tables by our names, with or without rows
   */
  public static List<String> of(Map<String, Dataset<Row>> tables, Definitions definitions) {
    ConditionProblems looked = new ConditionProblems(tables);
    Map<String, List<Condition>> byTable = new LinkedHashMap<>();
    for (Check check : Checks.of(definitions)) {
      List<Condition> all = byTable.computeIfAbsent(check.table(), any -> new ArrayList<>());
      String applicable = check.rule().applicable();
      if (applicable != null) {
        all.add(new Condition(check, "applicable", applicable));
      }
      String violated = check.rule().violated();
      if (violated != null) {
        all.add(new Condition(check, "violated", violated));
      }
    }
    for (TableDefinition table : definitions.tables()) {
      looked.ofTable(table, byTable.getOrDefault(table.table(), List.of()));
    }
    return looked.sql.problems();
  }

  private void ofTable(TableDefinition table, List<Condition> conditions) {
    Dataset<Row> rows = tables.get(table.becomes());
    if (rows == null) {
      return;
    }
    Dataset<Row> looked = withPlacesOfValues(rows, conditions);
    List<StructField> fields =
        new TriedSql()
            .tried(
                table.table(),
                () -> looked.select(conditions.stream().map(Condition::sql).toArray(Column[]::new)))
            .map(tried -> List.of(tried.schema().fields()))
            .orElse(List.of());
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (!fields.isEmpty()) {
        ofType(condition, fields.get(i));
      } else if (!told.contains(condition.file())) {
        sql.tried(condition.place(), () -> looked.select(condition.sql()))
            .ifPresentOrElse(
                tried -> ofType(condition, tried.schema().fields()[0]),
                () -> told.add(condition.file()));
      }
    }
  }

  private void ofType(Condition condition, StructField field) {
    if (!(field.dataType() instanceof BooleanType) && told.add(condition.file())) {
      sql.add(condition.place() + ": not a condition");
    }
  }

  /** The columns that a night adds to look into other tables. */
  private static Dataset<Row> withPlacesOfValues(Dataset<Row> rows, List<Condition> conditions) {
    Dataset<Row> looked = rows.withColumn(Conditions.DIED, lit(null).cast("date"));
    for (Condition condition : conditions) {
      if (condition.check().lookedInto().isPresent()) {
        looked = looked.withColumn(Conditions.found(condition.check()), lit(false));
      }
    }
    return looked;
  }
}
