package se.jamlik.pipeline.link;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.pipeline.link.Drawn.date;
import static se.jamlik.pipeline.link.Drawn.lines;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;

/**
 * The spine: years 2022 and 2023 of the population are delivered and the night is that of 22
 * November 2024, so that the periods are 2023 and the twelve months to October 2024.
 */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonPeriodsTest {
  private static final long STAYS = 1;
  private static final long DIES_IN_2023 = 2;
  private static final long MOVES_WITHIN_THE_SCOPE = 3;
  private static final long BORN_WITHOUT_A_ROW = 4;
  private static final long BORN_IN_2023_AND_EMIGRATES = 5;
  private static final long LIVES_OUTSIDE = 6;
  private static final long MOVES_OUT_OF_THE_SCOPE = 7;

  private Dataset<Row> personPeriods;

  @BeforeAll
  void linkOnce(SparkSession spark, @TempDir Path folder) {
    Drawn drawn =
        new Drawn()
            .row("geography", "deso", "2480A0010", "regso", "2480R001", "municipality", "2480")
            .woman(STAYS, 1950, 2022, "2480", "2480A0010")
            .row(
                "population",
                "person",
                STAYS,
                "year",
                2023,
                "birth_year",
                1950,
                "birth_month",
                11,
                "sex",
                2,
                "municipality",
                "2480",
                "deso",
                "2480A0010",
                "birth_region_group",
                "EU",
                "household",
                "h1")
            .row("income", "person", STAYS, "year", 2022, "education_level", 2)
            .row("income", "person", STAYS, "year", 2023, "education_level", 6)
            .woman(DIES_IN_2023, 1940, 2022, "2401", "2401A0010")
            .row("death", "person", DIES_IN_2023, "died_on", date("2023-05-10"))
            .woman(MOVES_WITHIN_THE_SCOPE, 2000, 2022, "2480", "2480A0010")
            .woman(MOVES_WITHIN_THE_SCOPE, 2000, 2023, "2480", "2480A0010")
            .row(
                "migration",
                "person",
                MOVES_WITHIN_THE_SCOPE,
                "moved_on",
                date("2024-03-01"),
                "kind",
                "INFLYTT",
                "to_municipality",
                "2401")
            .row(
                "migration",
                "person",
                BORN_WITHOUT_A_ROW,
                "moved_on",
                date("2024-03-01"),
                "kind",
                "FODD",
                "to_municipality",
                "2401")
            .woman(BORN_IN_2023_AND_EMIGRATES, 2023, 2023, "2480", "2480A0010")
            .row(
                "migration",
                "person",
                BORN_IN_2023_AND_EMIGRATES,
                "moved_on",
                date("2023-02-01"),
                "kind",
                "FODD",
                "to_municipality",
                "2480")
            .row(
                "migration",
                "person",
                BORN_IN_2023_AND_EMIGRATES,
                "moved_on",
                date("2024-02-01"),
                "kind",
                "UTV",
                "to_municipality",
                null)
            .woman(LIVES_OUTSIDE, 1980, 2022, "0180", "0180A0010")
            .woman(LIVES_OUTSIDE, 1980, 2023, "0180", "0180A0010")
            .woman(MOVES_OUT_OF_THE_SCOPE, 1980, 2022, "2480", null)
            .woman(MOVES_OUT_OF_THE_SCOPE, 1980, 2023, "0180", null);
    personPeriods =
        new Linker(Drawn.DEFINITIONS, Drawn.SETTINGS, date("2024-11-22"), person -> person)
            .link(drawn.tables(spark), folder.toString())
            .table("person_period")
            .cache();
  }

  @Test
  void oneRowForEveryoneResidentAtTheStartOrTheEndOfAPeriod() {
    assertThat(
            lines(
                personPeriods,
                "person",
                "period",
                "is_resident_at_start",
                "is_resident_at_end",
                "mean_population"))
        .containsExactly(
            "1 2023 true true 1.0",
            "1 R12-2024-10 true true 1.0",
            "2 2023 true false 0.5",
            "3 2023 true true 1.0",
            "3 R12-2024-10 true true 1.0",
            "5 2023 false true 0.5",
            "5 R12-2024-10 true false 0.5",
            "7 2023 true false 0.5",
            "7 R12-2024-10 true false 0.5");
  }

  @Test
  void ageIsThatOnTheMeasureDayAlsoForThoseWhoLeft() {
    assertThat(of(STAYS, "period", "age")).containsExactly("2023 73", "R12-2024-10 73");
    assertThat(of(DIES_IN_2023, "age", "standard_group")).containsExactly("83 16");
    // Born in a month not known, which counts as June.
    assertThat(of(BORN_IN_2023_AND_EMIGRATES, "period", "age", "standard_group"))
        .containsExactly("2023 0 0", "R12-2024-10 1 0");
  }

  @Test
  void municipalityIsThatOfTheAttributeDayAndDesoIsNullAfterAMove() {
    assertThat(of(MOVES_WITHIN_THE_SCOPE, "period", "municipality", "deso", "regso"))
        .containsExactly("2023 2480 2480A0010 2480R001", "R12-2024-10 2401 null null");
  }

  @Test
  void attributesComeFromTheEarliestRowWhenThereIsNoneBefore() {
    assertThat(of(BORN_IN_2023_AND_EMIGRATES, "period", "municipality", "deso"))
        .containsExactly("2023 2480 2480A0010", "R12-2024-10 2480 2480A0010");
  }

  @Test
  void attributesComeFromTheLatestRowNotAfterTheAttributeDay() {
    assertThat(of(STAYS, "period", "birth_region", "household"))
        .containsExactly("2023 abroad h1", "R12-2024-10 abroad h1");
    assertThat(of(DIES_IN_2023, "birth_region", "household")).containsExactly("missing null");
  }

  @Test
  void educationIsThatOfTheLatestIncomeYearNotAfterTheAttributeDay() {
    assertThat(of(STAYS, "period", "education")).containsExactly("2023 high", "R12-2024-10 high");
    assertThat(of(MOVES_WITHIN_THE_SCOPE, "period", "education"))
        .containsExactly("2023 under_25", "R12-2024-10 under_25");
    assertThat(of(DIES_IN_2023, "education", "income_quintile")).containsExactly("missing missing");
  }

  @Test
  void areaWithoutRegsoKeepsItsDeso() {
    assertThat(of(DIES_IN_2023, "deso", "regso")).containsExactly("2401A0010 null");
  }

  private List<String> of(long person, String... columns) {
    return lines(personPeriods.where("person = " + person), columns);
  }
}
