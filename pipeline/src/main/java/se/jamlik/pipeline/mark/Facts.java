package se.jamlik.pipeline.mark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.StructField;
import se.jamlik.pipeline.vocabulary.PersonTables;

/** Joins facts to the population. One row per person and period. */
final class Facts {
  static final String PERSON = PersonTables.PERSON;
  static final String PERIOD = "period";
  private static final String[] KEY = {PERSON, PERIOD};

  private Facts() {}

  /**
   * The columns of a file of facts, 0 and false for those who have none. The join sorts, which can
   * spill: the hash tables of two dozen joins would have to fit in memory side by side.
   */
  static Dataset<Row> with(Dataset<Row> personPeriods, Dataset<Row> facts) {
    Dataset<Row> joined = personPeriods.join(facts.hint("merge"), KEY, "left");
    return joined.select(
        Arrays.stream(joined.schema().fields())
            .map(field -> isFact(field, facts) ? filled(field) : col(field.name()))
            .toArray(Column[]::new));
  }

  /**
   * The columns that are computed from the facts of the same row.
   *
   * @param expressions by the name of the column they give
   * @param cost one row, whose columns the expressions call {@code cost.bed_day} and so on
   */
  static Dataset<Row> withCombined(
      Dataset<Row> marked, Map<String, String> expressions, Dataset<Row> cost) {
    List<Column> columns = new ArrayList<>();
    Arrays.stream(marked.columns()).map(functions::col).forEach(columns::add);
    expressions.forEach((name, text) -> columns.add(expr(text).as(name)));
    return withCost(marked, cost).select(columns.toArray(Column[]::new));
  }

  /** Facts beside what care costs. */
  static Dataset<Row> withCost(Dataset<Row> marked, Dataset<Row> cost) {
    return marked.crossJoin(broadcast(cost.as(ChoiceTables.COSTS)));
  }

  private static boolean isFact(StructField field, Dataset<Row> facts) {
    return !Arrays.asList(KEY).contains(field.name())
        && Arrays.asList(facts.columns()).contains(field.name());
  }

  private static Column filled(StructField field) {
    Column none = field.dataType() instanceof BooleanType ? lit(false) : lit(0);
    return coalesce(col(field.name()), none.cast(field.dataType())).as(field.name());
  }
}
