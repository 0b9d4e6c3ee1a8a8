package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Coverage;

@ExtendWith(SparkTest.class)
class ConditionCountTest {
  private final SparkSession spark;

  ConditionCountTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void conditionsAreCountedInSixClassesOfThoseResidentAtTheEnd() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1).withConditions(7), 0, 0)
            .add("2024", Person.of(2).withConditions(5), 0, 0)
            .add("2024", Person.of(3).withConditions(0), 0, 0)
            .add("2024", Person.of(4).withConditions(1), true, false, 0, 0);

    List<Row> rows =
        conditionCounts(region.rows(spark), SmallRegion.coverage("2024"), SmallRegion.rules());

    assertThat(rows.stream().filter(row -> row.getString(3).equals("2480")).map(Row::mkString))
        .hasSize(6);
    assertThat(
            rows.stream()
                .filter(row -> row.getString(2).equals("scope"))
                .filter(row -> row.getString(4).equals("all") && row.getString(5).equals("all"))
                .map(row -> row.mkString(" ")))
        .containsExactly(
            "calderon60 2024 scope scope all all 1 0 1 3 33.333333333333336 shown null",
            "calderon60 2024 scope scope all all 1 1 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all 1 2 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all 1 3 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all 1 4 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all 1 5+ 2 3 66.66666666666667 shown null",
            "calderon60 2024 scope scope all all all 0 1 3 33.333333333333336 shown null",
            "calderon60 2024 scope scope all all all 1 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all all 2 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all all 3 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all all 4 0 3 0.0 shown null",
            "calderon60 2024 scope scope all all all 5+ 2 3 66.66666666666667 shown null");
  }

  @Test
  void conditionsAreCountedByEachGrouperOfTheSettings() {
    SmallRegion region = new SmallRegion().add("2024", Person.of(1).withConditions(1), 0, 0);
    MeasureRules rules = SmallRegion.rules();

    List<Row> rows =
        conditionCounts(
            region
                .rows(spark)
                .withColumn("ho2022_count", lit(3))
                .withColumn("ho2022_mask", lit(7L)),
            SmallRegion.coverage("2024"),
            new MeasureRules(
                rules.definitions(),
                rules.scope(),
                List.of("ho2022", "calderon60"),
                rules.keys(),
                rules.trust()));

    assertThat(rows)
        .filteredOn(row -> row.getString(2).equals("municipality") && row.getLong(8) == 1)
        .extracting(row -> row.getString(0) + " " + row.getString(7))
        .containsExactly("calderon60 1", "ho2022 3");
  }

  @Test
  void shortLookBackIsTold() {
    SmallRegion region = new SmallRegion().add("2018", Person.of(1), 0, 0);

    List<Row> rows =
        conditionCounts(region.rows(spark), SmallRegion.coverage("2018"), SmallRegion.rules());

    assertThat(rows)
        .extracting(row -> row.getString(12))
        .containsOnly("look-back shorter than 5 years");
  }

  private static List<Row> conditionCounts(
      Dataset<Row> rows, Coverage coverage, MeasureRules rules) {
    return SmallRegion.rows(Measure.measured(rows, coverage, rules), ConditionCount.TABLE);
  }
}
