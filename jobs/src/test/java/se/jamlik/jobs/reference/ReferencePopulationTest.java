package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferencePopulationTest {
  private static final String UMEA = "2480";
  private static final String VINDELN = "2404";
  private static final String STOCKHOLM = "0180";

  private final Map<String, List<Map<String, String>>> tables = new HashMap<>();

  @Test
  void rowOfTheYearDecidesAloneOnNewYearsEve() {
    lives("1", 2023, UMEA);
    lives("2", 2024, UMEA);
    moves("1", "2023-12-31", "UTV", null);
    dies("1", "2023-12-30");

    assertThat(residence("1", "2023-12-31")).isEqualTo(UMEA);
    assertThat(residence("1", "2024-12-31")).isNull();
  }

  @Test
  void movesAfterTheYearOfTheRowAreAppliedUpToTheDay() {
    lives("1", 2023, UMEA);
    moves("1", "2023-12-31", "UTV", null);
    moves("1", "2024-03-01", "INFLYTT", VINDELN);
    moves("1", "2024-05-01", "UTFLYTT", STOCKHOLM);

    assertThat(residence("1", "2024-02-29")).isEqualTo(UMEA);
    assertThat(residence("1", "2024-03-01")).isEqualTo(VINDELN);
    assertThat(residence("1", "2024-05-01")).isNull();
  }

  @Test
  void emigrationEndsResidenceAndImmigrationBeginsItAgain() {
    lives("1", 2023, UMEA);
    moves("1", "2024-02-01", "UTV", VINDELN);
    moves("1", "2024-04-01", "INV", VINDELN);

    assertThat(residence("1", "2024-02-01")).isNull();
    assertThat(residence("1", "2024-04-01")).isEqualTo(VINDELN);
  }

  @Test
  void movesOfOneDayComeInTheOrderOfLife() {
    lives("1", 2023, UMEA);
    moves("1", "2024-02-01", "INFLYTT", VINDELN);
    moves("1", "2024-02-01", "UTFLYTT", STOCKHOLM);
    lives("2", 2023, UMEA);
    moves("2", "2024-02-01", "UTV", null);
    moves("2", "2024-02-01", "INV", VINDELN);

    assertThat(residence("1", "2024-02-01")).isEqualTo(VINDELN);
    assertThat(residence("2", "2024-02-01")).isNull();
  }

  @Test
  void moveToNowhereEndsResidence() {
    lives("1", 2023, UMEA);
    moves("1", "2024-02-01", "INFLYTT", null);

    assertThat(residence("1", "2024-02-01")).isNull();
  }

  @Test
  void deathEndsResidenceOnItsDay() {
    lives("1", 2023, UMEA);
    dies("1", "2024-02-01");
    moves("1", "2024-03-01", "INFLYTT", UMEA);

    assertThat(residence("1", "2024-01-31")).isEqualTo(UMEA);
    assertThat(residence("1", "2024-02-01")).isNull();
    assertThat(residence("1", "2024-03-01")).isNull();
  }

  @Test
  void latestDeliveredYearIsUsedWhenTheYearIsMissing() {
    lives("1", 2021, UMEA);
    lives("2", 2024, UMEA);
    moves("1", "2022-06-01", "INFLYTT", VINDELN);

    assertThat(residence("1", "2023-12-31")).isEqualTo(VINDELN);
    assertThat(residence("1", "2022-05-31")).isEqualTo(UMEA);
  }

  @Test
  void newbornLivesWhereTheBirthSays() {
    lives("1", 2024, UMEA);
    lives("2", 2023, UMEA);
    moves("1", "2024-05-05", "FODD", VINDELN);

    assertThat(residence("1", "2024-05-04")).isNull();
    assertThat(residence("1", "2024-05-05")).isEqualTo(VINDELN);
  }

  @Test
  void attributesComeFromTheLatestRowBeforeTheDayElseFromTheFirst() {
    lives("1", 2022, UMEA);
    lives("1", 2024, VINDELN);

    assertThat(attributes("1", "2024-12-30").integer("ar")).isEqualTo(2022);
    assertThat(attributes("1", "2024-12-31").integer("ar")).isEqualTo(2024);
    assertThat(attributes("1", "2020-12-31").integer("ar")).isEqualTo(2022);
  }

  @Test
  void ageIsCompletedYearsAndAnUnknownMonthIsJune() {
    assertThat(age("1960", "10", "2024-10-31")).isEqualTo(64);
    assertThat(age("1960", "11", "2024-10-31")).isEqualTo(63);
    assertThat(age("1960", null, "2024-05-31")).isEqualTo(63);
    assertThat(age("1960", null, "2024-06-30")).isEqualTo(64);
    assertThat(age("1960", "12", "2024-12-31")).isEqualTo(64);
  }

  @Test
  void cutPointsAreNearestRanks() {
    // Of seven values the ranks are ceil(1.4), ceil(2.8), ceil(4.2), ceil(5.6).
    List<BigDecimal> seven = IntStream.rangeClosed(1, 7).mapToObj(BigDecimal::valueOf).toList();

    List<BigDecimal> cutPoints = ReferenceIncome.cutPoints(seven);

    assertThat(cutPoints).containsExactly(seven.get(1), seven.get(2), seven.get(4), seven.get(5));
    assertThat(seven)
        .extracting(value -> ReferenceIncome.quintile(value, cutPoints))
        .containsExactly(1, 1, 2, 3, 3, 4, 5);
  }

  @Test
  void equalIncomesShareTheLowestQuintileTheyTouch() {
    List<BigDecimal> same =
        List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN);

    List<BigDecimal> cutPoints = ReferenceIncome.cutPoints(same);

    assertThat(ReferenceIncome.quintile(BigDecimal.ONE, cutPoints)).isEqualTo(1);
    assertThat(ReferenceIncome.quintile(BigDecimal.TEN, cutPoints)).isEqualTo(4);
  }

  private void lives(String person, int year, String municipality) {
    draw(
        "rtb_bef",
        "lopnr",
        person,
        "ar",
        "" + year,
        "fodelsear",
        "1960",
        "kon",
        "2",
        "kommun",
        municipality);
  }

  private void moves(String person, String date, String type, String to) {
    draw("rtb_flytt", "lopnr", person, "datum", date, "typ", type, "till_kommun", to);
  }

  private void dies(String person, String date) {
    draw("dors", "lopnr", person, "dodsdat", date);
  }

  private void draw(String table, String... columnsAndValues) {
    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(Drawn.row(columnsAndValues));
  }

  private ReferencePopulation population() {
    return new ReferencePopulation(ReferenceFiles.ofRows(tables), Reference.UMEA_REGION);
  }

  private String residence(String person, String day) {
    return population().residenceOn(person, LocalDate.parse(day));
  }

  private ReferenceRow attributes(String person, String day) {
    return population().attributesOn(person, LocalDate.parse(day));
  }

  private static int age(String year, String month, String day) {
    Map<String, String> row =
        Drawn.row(
            "lopnr",
            "1",
            "ar",
            "2023",
            "fodelsear",
            year,
            "fodelseman",
            month,
            "kon",
            "1",
            "kommun",
            UMEA);
    return ReferencePopulation.ageOn(
        LocalDate.parse(day), Drawn.typed("rtb_bef", List.of(row)).get(0));
  }
}
