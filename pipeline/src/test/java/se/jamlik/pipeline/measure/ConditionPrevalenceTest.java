package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;

@ExtendWith(SparkTest.class)
class ConditionPrevalenceTest {
  private final SparkSession spark;

  ConditionPrevalenceTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyConditionHasARowInTheScopeAMunicipalityASexAndAnAgeGroup() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1).withConditions(1), 0, 0)
            .add("2024", Person.of(2).withConditions(0).men().aged(3).in("2401"), 0, 0);

    assertThat(rows(region, "2024"))
        .hasSize(7 * SmallRegion.CONDITIONS.size())
        .filteredOn(row -> row.getString(1).equals("Asthma"))
        .extracting(row -> row.mkString(" ").replaceAll("(\\d\\.\\d{9})\\d+", "$1"))
        // Wilson's limits of 1 of 2, 0 of 1 and 1 of 1, from the reference in oracles/rates.
        .containsExactly(
            "calderon60 Asthma 2024 municipality 2401 all all 0 1 0.0 0.0 79.345068562 shown null",
            "calderon60 Asthma 2024 municipality 2480 all all 1 1 100.0 20.654931437 100.0 shown null",
            "calderon60 Asthma 2024 scope scope all 0-17 0 1 0.0 0.0 79.345068562 shown null",
            "calderon60 Asthma 2024 scope scope all 65-74 1 1 100.0 20.654931437 100.0 shown null",
            "calderon60 Asthma 2024 scope scope all all 1 2 50.0 9.453120573 90.546879426 shown null",
            "calderon60 Asthma 2024 scope scope men all 0 1 0.0 0.0 79.345068562 shown null",
            "calderon60 Asthma 2024 scope scope women all 1 1 100.0 20.654931437 100.0 shown null");
  }

  @Test
  void thoseWhoAreNotResidentAtTheEndAreNotCounted() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1).withConditions(2), true, false, 0, 0)
            .add("2024", Person.of(2).withConditions(1), false, true, 0, 0);

    assertThat(rows(region, "2024"))
        .filteredOn(row -> row.getString(3).equals("municipality") && row.getLong(7) > 0)
        .extracting(row -> row.getString(1) + " " + row.getLong(7) + " of " + row.getLong(8))
        .containsExactly("Asthma 1 of 1");
  }

  @Test
  void shortLookBackIsTold() {
    SmallRegion region = new SmallRegion().add("2018", Person.of(1), 0, 0);

    assertThat(rows(region, "2018"))
        .extracting(row -> row.getString(13))
        .containsOnly("look-back shorter than 5 years");
  }

  private List<Row> rows(SmallRegion region, String year) {
    Measured measured =
        Measure.measured(region.rows(spark), SmallRegion.coverage(year), SmallRegion.rules());
    return SmallRegion.rows(measured, ConditionPrevalence.TABLE);
  }
}
