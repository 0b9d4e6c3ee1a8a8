package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Coverage;

@ExtendWith(SparkTest.class)
class MeasureTest {
  private final SparkSession spark;

  MeasureTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyBreakdownOfTheContractIsThereAndNoOther() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1), 1, 0.5)
            .add("2024", Person.of(2).men().in("2401"), 0, 0);

    List<Row> rows = indicatorValues(region, SmallRegion.coverage("2024"));

    assertThat(rows.stream().filter(row -> row.getString(0).equals("RATE")).map(MeasureTest::cell))
        .containsExactly(
            "municipality 2401 all 65-74 none all crude",
            "municipality 2401 all all birth_region sweden crude",
            "municipality 2401 all all birth_region sweden esp2013",
            "municipality 2401 all all education low crude",
            "municipality 2401 all all education low esp2013",
            "municipality 2401 all all income_quintile 1 crude",
            "municipality 2401 all all income_quintile 1 esp2013",
            "municipality 2401 all all none all crude",
            "municipality 2401 all all none all esp2013",
            "municipality 2401 men all none all crude",
            "municipality 2401 men all none all esp2013",
            "municipality 2480 all 65-74 none all crude",
            "municipality 2480 all all birth_region sweden crude",
            "municipality 2480 all all birth_region sweden esp2013",
            "municipality 2480 all all education low crude",
            "municipality 2480 all all education low esp2013",
            "municipality 2480 all all income_quintile 1 crude",
            "municipality 2480 all all income_quintile 1 esp2013",
            "municipality 2480 all all none all crude",
            "municipality 2480 all all none all esp2013",
            "municipality 2480 women all none all crude",
            "municipality 2480 women all none all esp2013",
            "regso 2401R001 all all none all crude",
            "regso 2480R001 all all none all crude",
            "scope scope all 65-74 income_quintile 1 crude",
            "scope scope all 65-74 none all crude",
            "scope scope all all birth_region sweden crude",
            "scope scope all all birth_region sweden esp2013",
            "scope scope all all education low crude",
            "scope scope all all education low esp2013",
            "scope scope all all income_quintile 1 crude",
            "scope scope all all income_quintile 1 esp2013",
            "scope scope all all none all crude",
            "scope scope all all none all esp2013",
            "scope scope men all birth_region sweden crude",
            "scope scope men all birth_region sweden esp2013",
            "scope scope men all education low crude",
            "scope scope men all education low esp2013",
            "scope scope men all income_quintile 1 crude",
            "scope scope men all income_quintile 1 esp2013",
            "scope scope men all none all crude",
            "scope scope men all none all esp2013",
            "scope scope women all birth_region sweden crude",
            "scope scope women all birth_region sweden esp2013",
            "scope scope women all education low crude",
            "scope scope women all education low esp2013",
            "scope scope women all income_quintile 1 crude",
            "scope scope women all income_quintile 1 esp2013",
            "scope scope women all none all crude",
            "scope scope women all none all esp2013");
  }

  @Test
  void valuesAreSumsOverTheRowsOfThePopulation() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1), 3, 0.5)
            .add("2024", Person.of(2).men(), false, true, 1, 0.25)
            .add("2024", Person.of(3), true, false, 2, 1)
            .add("2024", Person.of(4).aged(19).withConditions(0), 9, 0);

    List<Row> rows = indicatorValues(region, SmallRegion.coverage("2024"));

    // Three residents at the end, of whom two are ill.
    assertThat(scope(rows, "ILL")).containsExactly(2.0, 3.0, 2 / 3.0 * 100);
    // Six events of those who are twenty, over one person and two halves.
    assertThat(scope(rows, "RATE")).containsExactly(6.0, 2.0, 300.0);
    // Two are 65 and resident at the end: half a year and a quarter.
    assertThat(scope(rows, "MONTHS")).containsExactly(0.75, 2.0, 37.5);
    assertThat(scope(rows, "RATIO")).containsExactly(15.0, 3.0, 500.0);
  }

  @Test
  void whatIsNotDeliveredIsOneRowPerAreaAndNothingElse() {
    SmallRegion region = new SmallRegion().add("2024", Person.of(1), 1, 0.5);
    Coverage coverage = SmallRegion.coverage(Set.of("lss"), Map.of(), "2024");

    List<Row> rows = indicatorValues(region, coverage);

    assertThat(
            rows.stream()
                .filter(row -> row.getString(0).equals("MONTHS"))
                .map(row -> cell(row) + " " + text(row, "status") + " " + text(row, "reason")))
        .containsExactly(
            "municipality 2401 all all none all crude not_computed lss not delivered",
            "municipality 2480 all all none all crude not_computed lss not delivered",
            "scope scope all all none all crude not_computed lss not delivered");
  }

  @Test
  void municipalityThatSentNothingIsLeftOutOfTheScope() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1), 1, 0)
            .add("2024", Person.of(2).in("2401"), 5, 0);
    Coverage coverage =
        SmallRegion.coverage(
            Set.of(), Map.of("khsl", Set.of("2401"), "sol", Set.of("2401")), "2024");

    List<Row> rows = indicatorValues(region, coverage);

    assertThat(scope(rows, "RATE")).containsExactly(1.0, 1.0, 100.0);
    assertThat(reasons(rows, "RATE", "scope"))
        .containsOnly("without 2401", "fewer than 10; without 2401");
    assertThat(reasons(rows, "RATE", "2401"))
        .containsOnly("khsl not delivered by 2401; sol not delivered by 2401");
    assertThat(reasons(rows, "RATE", "2401R001"))
        .containsOnly("khsl not delivered by 2401; sol not delivered by 2401");
    assertThat(scope(rows, "RATIO")).containsExactly(6.0, 2.0, 300.0);
  }

  @Test
  void shortLookBackIsToldWhereDiagnosesOfFiveYearsCount() {
    SmallRegion region = new SmallRegion().add("2018", Person.of(1), 1, 0.5);

    List<Row> rows = indicatorValues(region, SmallRegion.coverage("2018"));

    assertThat(reasons(rows, "ILL", "scope"))
        .containsOnly(
            "look-back shorter than 5 years", "fewer than 10; look-back shorter than 5 years");
    assertThat(reasons(rows, "RATIO", "2480R001")).containsOnly("null");
  }

  @Test
  void standardisedValueWeighsTheAgeGroups() {
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < 40; person++) {
      Person young = Person.of(person).aged(17 + person % 2);
      region.add("2024", young.withConditions(person < 10 ? 2 : 0), 0, 0);
      region.add("2024", Person.of(100 + person).aged(90), 0, 0);
    }

    List<Row> rows = indicatorValues(region, SmallRegion.coverage("2024"));

    Row standardised =
        rows.stream()
            .filter(row -> cell(row).equals("scope scope all all none all esp2013"))
            .filter(row -> row.getString(0).equals("ILL"))
            .findFirst()
            .orElseThrow();
    // A quarter of 15-19 (weight 5500) and all of 90+ (weight 1000).
    assertThat(number(standardised, "value"))
        .isCloseTo((5500 * 0.25 + 1000) / 6500 * 100, within(1e-9));
    assertThat(number(standardised, "numerator")).isEqualTo(50);
    assertThat(text(standardised, "reason")).isEqualTo("17 age groups left out");
  }

  private List<Row> indicatorValues(SmallRegion region, Coverage coverage) {
    return SmallRegion.rows(
        Measure.measured(region.rows(spark), coverage, SmallRegion.rules()), IndicatorValue.TABLE);
  }

  private static String cell(Row row) {
    return String.join(
        " ",
        Stream.of("area_level", "area", "sex", "age_group", "dimension", "category", "standard")
            .map(column -> text(row, column))
            .toList());
  }

  private static List<Double> scope(List<Row> rows, String indicator) {
    Row scope =
        rows.stream()
            .filter(row -> row.getString(0).equals(indicator))
            .filter(row -> cell(row).equals("scope scope all all none all crude"))
            .findFirst()
            .orElseThrow();
    return Stream.of("numerator", "denominator", "value").map(name -> number(scope, name)).toList();
  }

  private static List<String> reasons(List<Row> rows, String indicator, String area) {
    return rows.stream()
        .filter(row -> row.getString(0).equals(indicator) && text(row, "area").equals(area))
        .map(row -> text(row, "reason"))
        .toList();
  }

  private static String text(Row row, String column) {
    return String.valueOf(row.get(IndicatorValue.SCHEMA.fieldIndex(column)));
  }

  private static double number(Row row, String column) {
    return row.getDouble(IndicatorValue.SCHEMA.fieldIndex(column));
  }
}
