package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * Which fifth of the incomes a person has on the attribute day, among all residents of that day
 * with a known income (measures.md section 1). Ties share a fifth.
 */
final class IncomeQuintiles {
  private static final int PARTS = 5;
  private static final StructType PERIOD_DAYS =
      new StructType()
          .add("period", DataTypes.StringType, false)
          .add("day_before_start", DataTypes.IntegerType, false)
          .add("measure_day", DataTypes.IntegerType, false);

  private IncomeQuintiles() {}

  /**
   * The rows of person and period, complete.
   *
   * @param drafts as {@link PeriodResidents} leaves them
   */
  static Dataset<Row> added(Dataset<Row> drafts, Dataset<Row> geography, List<Period> periods) {
    Dataset<Row> periodDays = periodDays(drafts.sparkSession(), periods);
    Dataset<Row> regso = geography.select("deso", "regso");
    return drafts
        .join(broadcast(cutPoints(drafts, periodDays)), new String[] {"attribute_day"}, "left")
        .join(broadcast(regso), new String[] {"deso"}, "left")
        .select(
            col(PersonTables.PERSON),
            col("period"),
            col("sex"),
            col("age"),
            col("standard_group"),
            col("municipality"),
            col("deso"),
            col("regso"),
            quintile().as("income_quintile"),
            col("education"),
            col("birth_region"),
            col("household"),
            col("is_resident_at_start"),
            col("is_resident_at_end"),
            col("mean_population"));
  }

  /** The two days of each period that people may be resident on. */
  static Dataset<Row> periodDays(SparkSession spark, List<Period> periods) {
    return spark.createDataFrame(
        periods.stream()
            .map(
                period ->
                    RowFactory.create(
                        period.name(),
                        Days.of(period.dayBeforeStart()),
                        Days.of(period.measureDay())))
            .toList(),
        PERIOD_DAYS);
  }

  /** Four columns per day: the smallest incomes whose cumulative share reaches each fifth. */
  static Dataset<Row> cutPoints(Dataset<Row> drafts, Dataset<Row> periodDays) {
    WindowSpec day = Window.partitionBy("attribute_day");
    Column upTo = sum("residents").over(day.orderBy("income"));
    Column all = sum("residents").over(day);
    Dataset<Row> ranked =
        incomes(drafts, periodDays)
            .groupBy("attribute_day", "income")
            .agg(count(lit(1)).as("residents"))
            .select(col("attribute_day"), col("income"), upTo.as("up_to"), all.as("all"));
    return ranked.groupBy("attribute_day").agg(cut(1), cut(2), cut(3), cut(4));
  }

  private static Column cut(int fifths) {
    Column reached = col("up_to").multiply(PARTS).geq(col("all").multiply(fifths));
    return min(when(reached, col("income"))).as("cut_" + fifths);
  }

  /**
   * The known incomes of the residents of each day. A day that is both the end of one period and
   * the start of the next has all its residents twice, which moves no cut point.
   */
  private static Dataset<Row> incomes(Dataset<Row> drafts, Dataset<Row> periodDays) {
    Column start = struct(col("day_before_start").as("day"), col("income_at_start").as("income"));
    Column end = struct(col("measure_day").as("day"), col("income_at_end").as("income"));
    return drafts
        .join(broadcast(periodDays), "period")
        .select(explode(array(start, end)).as("known"))
        .where(col("known.income").isNotNull())
        .select(col("known.day").as("attribute_day"), col("known.income").as("income"));
  }

  private static Column quintile() {
    Column income =
        when(col("is_resident_at_end"), col("income_at_end")).otherwise(col("income_at_start"));
    Column cutsBelow =
        IntStream.range(1, PARTS)
            .mapToObj(fifths -> when(col("cut_" + fifths).lt(income), 1).otherwise(0))
            .reduce(lit(0), Column::plus);
    return coalesce(when(income.isNotNull(), cutsBelow.plus(1).cast("string")), lit("missing"));
  }
}
