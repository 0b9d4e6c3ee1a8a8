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
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.PersonTables;

/** Facts beside the people of each period. One row per person and period. */
final class Facts {
  static final String PERSON = PersonTables.PERSON;
  static final String PERIOD = "period";
  static final List<String> KEY = List.of(PERSON, PERIOD);

  private Facts() {}

  /** The columns of people with those of facts beside them. */
  static StructType beside(StructType personPeriods, StructType facts) {
    StructType beside = personPeriods;
    for (StructField field : facts.fields()) {
      beside = KEY.contains(field.name()) ? beside : beside.add(field);
    }
    return beside;
  }

  /** Facts that stand beside people, 0 and false for those who have none. */
  static Dataset<Row> filled(Dataset<Row> beside, StructType personPeriods) {
    List<String> known = Arrays.asList(personPeriods.fieldNames());
    return beside.select(
        Arrays.stream(beside.schema().fields())
            .map(field -> known.contains(field.name()) ? col(field.name()) : filled(field))
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

  private static Column filled(StructField field) {
    Column none = field.dataType() instanceof BooleanType ? lit(false) : lit(0);
    return coalesce(col(field.name()), none.cast(field.dataType())).as(field.name());
  }
}
