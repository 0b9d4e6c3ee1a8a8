package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * The spread of cost in the scope and in each municipality, one for each period. Spark counts the
 * residents of each different amount, of which there are few; what is made of the amounts is plain
 * Java, and only its results reach the driver.
 *
 * @param share an indicator of the cost, which tells whose and what it is
 * @param leftOutOfScope municipalities that the scope is computed without
 * @param keys the record keys of persons
 */
record Concentrations(IndicatorDefinition share, Set<String> leftOutOfScope, RecordKey keys) {
  static final String RECORD_KEY = "record_key";

  SortedMap<Cell, Concentration> of(Dataset<Row> personPeriods) {
    JavaPairRDD<Cell, Concentration> found =
        amounts(personPeriods)
            .groupBy("period", "area")
            .agg(collect_list(struct("amount", "residents", "amount_key")).as("amounts"))
            .javaRDD()
            .mapToPair(
                row ->
                    new Tuple2<>(
                        area(row.getString(0), row.getString(1)),
                        Concentration.of(costs(row.getList(2)))));
    return new TreeMap<>(found.collectAsMap());
  }

  /** One row per period, area and amount. */
  private Dataset<Row> amounts(Dataset<Row> personPeriods) {
    Column scope = lit(Cell.SCOPE);
    Column municipality = col("municipality");
    return personPeriods
        .where(expr(share.population()))
        .select(
            col("period"),
            explode(
                    when(municipality.isin(leftOutOfScope.toArray()), array(municipality))
                        .otherwise(array(scope, municipality)))
                .as("area"),
            TopShares.millionths(share.numerator()).as("amount"),
            keyColumn(keys))
        .groupBy("period", "area", "amount")
        .agg(
            count(lit(1)).as("residents"),
            expr("bit_xor(%s)".formatted(RECORD_KEY)).as("amount_key"));
  }

  /** The record key of the person of a row, which no expression of Spark's can say. */
  static Column keyColumn(RecordKey keys) {
    return udf((UDF1<Long, Long>) keys::applyAsLong, DataTypes.LongType)
        .apply(col("person"))
        .as(RECORD_KEY);
  }

  private static Cell area(String period, String area) {
    return Cell.wholeArea(period, area.equals(Cell.SCOPE) ? Cell.SCOPE : Cell.MUNICIPALITY, area);
  }

  private static CostDistribution costs(List<Row> amounts) {
    return new CostDistribution(
        amounts.stream()
            .map(row -> new CostDistribution.Amount(row.getLong(0), row.getLong(1), row.getLong(2)))
            .toList());
  }
}
