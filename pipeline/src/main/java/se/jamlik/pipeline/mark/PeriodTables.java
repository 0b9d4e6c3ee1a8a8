package se.jamlik.pipeline.mark;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Period;

/**
 * The calendar as small tables that the facts join, so that they need no functions of dates.
 *
 * <ul>
 *   <li>period: one row per period; both days belong to it, the look-backs begin after their days
 *   <li>month: one row per period and month; month_number is year × 12 + month − 1
 *   <li>night: one row; what the deliveries of this night reach to
 * </ul>
 */
final class PeriodTables {
  private static final StructType PERIOD =
      StructType.fromDDL(
          """
          period string, first_day int, last_day int, look_back_after_day int,
          frailty_look_back_after_day int
          """);
  private static final StructType MONTH =
      StructType.fromDDL("period string, month_number int, first_day int, last_day int");
  private static final StructType NIGHT = StructType.fromDDL("data_through_day int, as_of_day int");

  private PeriodTables() {}

  /** The tables by name. */
  static Map<String, Dataset<Row>> of(SparkSession spark, Coverage coverage) {
    return Map.of(
        "period",
        spark.createDataFrame(coverage.periods().stream().map(PeriodTables::row).toList(), PERIOD),
        "month",
        spark.createDataFrame(
            coverage.periods().stream().flatMap(PeriodTables::months).toList(), MONTH),
        "night",
        spark.createDataFrame(
            List.of(RowFactory.create(Days.of(coverage.dataThrough()), Days.of(coverage.asOf()))),
            NIGHT));
  }

  private static Row row(Period period) {
    return RowFactory.create(
        period.name(),
        Days.of(period.firstDay()),
        Days.of(period.lastDay()),
        Days.of(period.lookBackAfter()),
        Days.of(period.frailtyLookBackAfter()));
  }

  private static Stream<Row> months(Period period) {
    YearMonth first = YearMonth.from(period.firstDay());
    return Stream.iterate(
            first, month -> !month.atDay(1).isAfter(period.lastDay()), month -> month.plusMonths(1))
        .map(
            month ->
                RowFactory.create(
                    period.name(),
                    month.getYear() * 12 + month.getMonthValue() - 1,
                    Days.of(month.atDay(1)),
                    Days.of(month.atEndOfMonth())));
  }
}
