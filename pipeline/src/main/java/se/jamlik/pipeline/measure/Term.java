package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * What the kernel adds up for one indicator: a numerator and a denominator per row, both null
 * outside the indicator's population, and, for a mean population, who of it is resident when.
 *
 * @param isCondition whether numerator and denominator are 0 or 1 in every row
 * @param isPerMeanPopulation whether the denominator is the mean population
 * @param needsSquares whether the interval rests on the variance between persons
 */
record Term(
    String id,
    String population,
    String numerator,
    String denominator,
    boolean isCondition,
    boolean isPerMeanPopulation,
    boolean needsSquares)
    implements Serializable {

  static Term of(IndicatorDefinition indicator) {
    Kind kind = indicator.kind();
    return new Term(
        indicator.id(),
        indicator.population(),
        indicator.numerator(),
        indicator.denominator(),
        kind == Kind.PROPORTION,
        indicator.isPerMeanPopulation(),
        kind == Kind.RATIO || kind == Kind.MEAN);
  }

  /** A share of those resident at the end. */
  static Term shareAtEnd(String id, String numerator) {
    return new Term(id, "is_resident_at_end", numerator, "1", true, false, false);
  }

  /** Two columns, or four for a mean population, as the kernel reads them. */
  List<Column> columns(int place) {
    List<Column> columns = new ArrayList<>();
    columnExpressions(place)
        .forEach((name, expression) -> columns.add(inPopulation(expression).as(name)));
    return columns;
  }

  /** The names of the columns, which begin with the term's place, and what stands in them. */
  Map<String, String> columnExpressions(int place) {
    Map<String, String> expressions = new LinkedHashMap<>();
    expressions.put(place + "_numerator", numerator);
    expressions.put(place + "_denominator", denominator);
    if (isPerMeanPopulation) {
      expressions.put(place + "_start", "is_resident_at_start");
      expressions.put(place + "_end", "is_resident_at_end");
    }
    return expressions;
  }

  int columnCount() {
    return isPerMeanPopulation ? 4 : 2;
  }

  private Column inPopulation(String expression) {
    Column value = expr("cast((" + expression + ") as double)");
    return when(expr(population), coalesce(value, lit(0.0)));
  }
}
