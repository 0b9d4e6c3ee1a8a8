package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Areas;
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
  void smallAreaKnowsAsLittleAsItsMunicipalityWhateverItsCode() {
    SmallRegion region = new SmallRegion();
    for (String year : List.of("2022", "2023", "2024")) {
      region
          .add(year, Person.of(1), 1, 0)
          .add(year, Person.of(2).in("2401"), 1, 0)
          .add(year, Person.of(3).in("2401"), 1, 0)
          .add(year, Person.of(4), 1, 0);
    }
    // Geografi places R12 in 2401, Teg01 in 2480 and Centrum in both, and lacks every DeSO but B.
    Dataset<Row> renamed =
        region
            .rows(spark)
            .withColumn(
                "regso", expr("element_at(array('Teg01', 'R12', 'Centrum', null), int(person))"))
            .withColumn("deso", expr("element_at(array('A', 'B', 'C', '2401A0010'), int(person))"));
    Areas areas =
        new Areas(
            Map.of(),
            Map.of(
                "Teg01", new TreeSet<>(Set.of("2480")),
                "R12", new TreeSet<>(Set.of("2401")),
                "Centrum", new TreeSet<>(Set.of("2401", "2480")),
                "B", new TreeSet<>(Set.of("2401"))));

    Measured measured =
        Measure.measured(
            renamed, silent(Map.of("sol", Set.of("2401")), areas), rulesThatTellTheMunicipality());

    String why = "sol not delivered by 2401";
    assertThat(
            measured.indicatorCells().stream()
                .filter(cell -> cell.indicator().id().equals("RATE"))
                .filter(cell -> List.of("2024", "2022-2024").contains(cell.cell().period()))
                .filter(cell -> List.of("regso", "deso").contains(cell.cell().areaLevel()))
                .map(
                    cell ->
                        cell.cell().area()
                            + cell.notDelivered()
                            + cell.about().municipality()
                            + " "
                            + cell.about().quality()))
        .containsExactlyInAnyOrder(
            "Teg01[]2480 2480",
            "R12[" + why + "]2401 2401",
            "Centrum[" + why + "]scope scope",
            "A[]2480 2480",
            "B[" + why + "]2401 2401",
            "C[" + why + "]2401 2401",
            "2401A0010[]2480 2480");
  }

  @Test
  void personOfOneDesoIsOnePersonWhateverTheMunicipality() {
    SmallRegion region =
        new SmallRegion()
            .add("2022", Person.of(1), 1, 0)
            .add("2023", Person.of(1).in("2401"), 1, 0)
            .add("2024", Person.of(1), 1, 0);
    Dataset<Row> ofOneDeso = region.rows(spark).withColumn("deso", lit("A"));

    Measured measured =
        Measure.measured(
            ofOneDeso, SmallRegion.coverage("2022", "2023", "2024"), SmallRegion.rules());

    assertThat(
            measured.indicatorCells().stream()
                .filter(cell -> cell.cell().areaLevel().equals("deso"))
                .filter(cell -> cell.indicator().id().equals("ILL"))
                .map(cell -> cell.sums().total().denominator()))
        .containsExactly(new Counted(3, 1, key(1)));
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
  void smallAreasAreThreeYearsTogetherWithEachPersonOnce() {
    SmallRegion region = new SmallRegion();
    for (String year : List.of("2021", "2022", "2023", "2024")) {
      region.add(year, Person.of(1), 2, 0).add(year, Person.of(2).withConditions(0), 0, 0);
    }
    region.add("2024", Person.of(3), false, true, 0, 0);

    Measured measured = measured(region, SmallRegion.coverage("2021", "2022", "2023", "2024"));

    List<IndicatorCell> cells =
        measured.indicatorCells().stream()
            .filter(cell -> cell.cell().areaLevel().equals("deso"))
            .toList();
    assertThat(cells).extracting(cell -> cell.cell().period()).containsOnly("2022-2024");
    assertThat(cells).extracting(cell -> cell.indicator().id()).containsExactly("ILL", "RATE");
    Sums ill = cells.get(0).sums().total();
    assertThat(ill.numerator()).isEqualTo(new Counted(4, 2, key(1) ^ key(3)));
    assertThat(ill.denominator()).isEqualTo(new Counted(7, 3, key(1) ^ key(2) ^ key(3)));
    Sums rate = cells.get(1).sums().total();
    assertThat(rate.start()).isEqualTo(new Counted(6, 2, key(1) ^ key(2)));
    assertThat(rate.end()).isEqualTo(new Counted(7, 3, key(1) ^ key(2) ^ key(3)));
    assertThat(rate.denominator().sum()).isEqualTo(6.5);
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

  private static Coverage silent(Map<String, Set<String>> silent, Areas areas) {
    Coverage known = SmallRegion.coverage("2022", "2023", "2024");
    return new Coverage(
        known.asOf(),
        known.dataThrough(),
        known.firstDiagnosis(),
        known.periods(),
        Set.of(),
        silent,
        areas);
  }

  /** Their quality is the municipality that was asked about. */
  private static MeasureRules rulesThatTellTheMunicipality() {
    MeasureRules rules = SmallRegion.rules();
    return new MeasureRules(
        rules.definitions(),
        rules.scope(),
        rules.groupers(),
        rules.keys(),
        (indicator, firstDay, lastDay, municipality) -> municipality);
  }

  private static long key(long person) {
    return SmallRegion.KEYS.applyAsLong(person);
  }

  private Measured measured(SmallRegion region, Coverage coverage) {
    return Measure.measured(region.rows(spark), coverage, SmallRegion.rules());
  }

  private List<Row> indicatorValues(SmallRegion region, Coverage coverage) {
    return SmallRegion.rows(measured(region, coverage), IndicatorValue.TABLE);
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
