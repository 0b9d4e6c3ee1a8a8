package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** How often a night reads its persons does not depend on how much is measured of them. */
@ExtendWith(SparkTest.class)
class MeasurePassesTest {
  private static final int PERSONS = 20;

  private final SparkSession spark;

  MeasurePassesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void fiftyIndicatorsReadTheirPersonsAsOftenAsOne() {
    assertThat(rowsRead(indicators(1), "2024")).isEqualTo(PERSONS);
    assertThat(rowsRead(indicators(50), "2024")).isEqualTo(PERSONS);
  }

  @Test
  void sevenPeriodsAreReadTogether() {
    String[] years = {"2018", "2019", "2020", "2021", "2022", "2023", "2024"};

    // None of these indicators is summed over three years by small areas, which is another reading.
    assertThat(rowsRead(indicators(50), years)).isEqualTo(7 * PERSONS);
  }

  @Test
  void severalSharesOfCostAreOneMoreReading() {
    List<IndicatorDefinition> one = List.of(SmallRegion.share(10, "events"));
    List<IndicatorDefinition> three =
        List.of(
            SmallRegion.share(1, "events"),
            SmallRegion.share(5, "events"),
            SmallRegion.share(10, "events"));

    assertThat(rowsRead(three, "2024")).isEqualTo(rowsRead(one, "2024"));
  }

  private static List<IndicatorDefinition> indicators(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                SmallRegion.indicator(
                    "COUNT" + number, Kind.RATIO, "age >= " + number, "events", "mean_population"))
        .toList();
  }

  private long rowsRead(List<IndicatorDefinition> indicators, String... years) {
    SmallRegion region = new SmallRegion();
    for (String year : years) {
      for (int person = 0; person < PERSONS; person++) {
        region.add(year, Person.of(person), 1, 0);
      }
    }
    LongAccumulator read = spark.sparkContext().longAccumulator();
    Dataset<Row> rows = region.rows(spark);
    MapFunction<Row, Row> counting =
        row -> {
          read.add(1);
          return row;
        };
    Measured measured =
        Measure.measured(
            rows.map(counting, rows.encoder()),
            SmallRegion.coverage(years),
            SmallRegion.rules(indicators));
    assertThat(measured.indicatorCells()).isNotEmpty();
    return read.value();
  }
}
