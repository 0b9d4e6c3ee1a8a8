package se.jamlik.pipeline.link;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Period;

/** The periods, and their months, as small tables that facts join. */
final class PeriodTables {
  private static final StructType PERIOD =
      new StructType()
          .add("period", DataTypes.StringType, false)
          .add("first_day", DataTypes.IntegerType, false)
          .add("last_day", DataTypes.IntegerType, false)
          .add("look_back_after_day", DataTypes.IntegerType, false);
  private static final StructType MONTH =
      new StructType()
          .add("period", DataTypes.StringType, false)
          .add("last_day", DataTypes.IntegerType, false);

  private PeriodTables() {}

  /** One row per period. */
  static Dataset<Row> periods(SparkSession spark, List<Period> periods) {
    return spark.createDataFrame(
        periods.stream()
            .map(
                period ->
                    RowFactory.create(
                        period.name(),
                        Days.of(period.firstDay()),
                        Days.of(period.lastDay()),
                        Days.of(period.lookBackAfter())))
            .toList(),
        PERIOD);
  }

  /** One row per period and calendar month of it, twelve a period. */
  static Dataset<Row> months(SparkSession spark, List<Period> periods) {
    return spark.createDataFrame(periods.stream().flatMap(PeriodTables::months).toList(), MONTH);
  }

  private static Stream<Row> months(Period period) {
    YearMonth first = YearMonth.from(period.firstDay());
    return IntStream.range(0, 12)
        .mapToObj(month -> Days.of(first.plusMonths(month).atEndOfMonth()))
        .map(lastDay -> RowFactory.create(period.name(), lastDay));
  }
}
