package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;

@ExtendWith(SparkTest.class)
class PopulationTest {
  private final SparkSession spark;

  PopulationTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void residentsAtTheEndAreCountedBySexAndTenYearsAndTheirMargins() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1).aged(79).withConditions(2), 0, 0)
            .add("2024", Person.of(2).aged(70).withConditions(1), 0, 0)
            .add("2024", Person.of(3).aged(103).men().withConditions(7), 0, 0)
            .add("2024", Person.of(4).aged(70), true, false, 0, 0);

    List<String> rows = ofScope(rows(region));

    assertThat(rows)
        .containsExactly(
            "all 70-79 2 1 50.0 shown null",
            "all 90+ 1 1 100.0 shown null",
            "all all 3 2 66.66666666666666 shown null",
            "men 90+ 1 1 100.0 shown null",
            "men all 1 1 100.0 shown null",
            "women 70-79 2 1 50.0 shown null",
            "women all 2 1 50.0 shown null");
  }

  @Test
  void aMunicipalityHasTheSameRowsAsTheScope() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1).aged(17).withConditions(0), 0, 0)
            .add("2024", Person.of(2).aged(18).in("2401"), 0, 0);

    assertThat(rows(region).stream().map(row -> row.mkString(" ").split(" ", 6)[2]))
        .containsOnly("scope", "2401", "2480");
    assertThat(rows(region))
        .filteredOn(row -> row.getString(2).equals("2401") && row.getString(3).equals("women"))
        .extracting(row -> row.getString(4) + " " + row.getLong(5) + " " + row.getLong(6))
        .containsExactly("10-19 1 1", "all 1 1");
    // Those under 18 and those of 18 and 19 are of the same ten years.
    assertThat(ofScope(rows(region))).contains("all 10-19 2 1 50.0 shown null");
  }

  @Test
  void agesAreGroupedByTenYears() {
    assertThat(IntStream.of(0, 9, 10, 15, 19, 20, 89, 90, 120).map(AgeBands::of).boxed())
        .extracting(AgeBands::tenYears)
        .containsExactly("0-9", "0-9", "10-19", "10-19", "10-19", "20-29", "80-89", "90+", "90+");
  }

  private List<Row> rows(SmallRegion region) {
    return SmallRegion.rows(
        Measure.measured(
            region.rows(spark),
            SmallRegion.coverage("2024"),
            SmallRegion.rules(List.of(SmallRegion.multimorbidity()))),
        Population.TABLE);
  }

  /** Without period, area and limits. */
  private static List<String> ofScope(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.getString(2).equals("scope"))
        .map(
            row ->
                IntStream.of(3, 4, 5, 6, 7, 10, 11)
                    .mapToObj(place -> String.valueOf(row.get(place)))
                    .reduce((one, next) -> one + " " + next)
                    .orElseThrow())
        .toList();
  }
}
