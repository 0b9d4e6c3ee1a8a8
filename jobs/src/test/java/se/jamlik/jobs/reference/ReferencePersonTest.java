package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencePersonTest {
  private static final ReferencePeriod YEAR = ReferencePeriod.year(2024);
  private static final LocalDate DATA_THROUGH = LocalDate.of(2025, 1, 20);

  private final Map<String, List<Map<String, String>>> drawn = new HashMap<>();
  private LocalDate died;

  @Test
  void twentyBedDaysAreExtensiveAndNineteenAreNot() {
    stays("2024-03-01", "2024-03-20");
    assertThat(person().hasExtensiveHealthCare(YEAR)).isFalse();

    stays("2024-05-01", "2024-05-01");
    assertThat(person().hasExtensiveHealthCare(YEAR)).isTrue();
  }

  @Test
  void fourAdmissionsAreExtensiveAndThreeNeedThreeChapters() {
    stays("2024-01-02", "2024-01-02", "hdia", "I10", "dia1", "J45");
    stays("2024-02-02", "2024-02-02", "hdia", "W19", "dia1", "Z50");
    stays("2024-03-02", "2024-03-02", "hdia", "I11");
    assertThat(person().hasExtensiveHealthCare(YEAR)).isFalse();

    stays("2023-12-01", "2024-01-01", "hdia", "E11");
    assertThat(person().hasExtensiveHealthCare(YEAR)).isTrue();
  }

  @Test
  void diagnosisOfADischargeAfterThePeriodDoesNotCount() {
    stays("2024-01-02", "2024-01-02", "hdia", "I10");
    stays("2024-02-02", "2024-02-02", "hdia", "J45");
    stays("2024-12-30", "2025-01-01", "hdia", "E11");

    assertThat(person().hospital().admissions(YEAR)).isEqualTo(3);
    assertThat(person().hasExtensiveHealthCare(YEAR)).isFalse();
  }

  @Test
  void eightVisitsToADoctorOrToNobodyKnownAreExtensive() {
    for (int day = 1; day <= 7; day++) {
      draw(
          "par_oppenvard",
          "lopnr",
          "1",
          "indatum",
          "2024-01-0" + day,
          "sjukhus",
          "64001",
          "yrke",
          day < 4 ? "LAKARE" : null);
    }
    draw(
        "par_oppenvard",
        "lopnr",
        "1",
        "indatum",
        "2024-01-08",
        "sjukhus",
        "64001",
        "yrke",
        "PSYKOLOG");
    assertThat(person().hasExtensiveHealthCare(YEAR)).isFalse();

    draw(
        "par_oppenvard",
        "lopnr",
        "1",
        "indatum",
        "2024-12-31",
        "sjukhus",
        "64001",
        "yrke",
        "lakare");
    assertThat(person().hasExtensiveHealthCare(YEAR)).isTrue();
  }

  @Test
  void hoursOfTheDecisionsOngoingOnTheLastDayOfAMonthAreAddedExactly() {
    for (String hours : List.of("8.1", "8.2", "8.7")) {
      draw(
          "sol",
          "lopnr",
          "1",
          "kommun",
          "2480",
          "insats",
          "HEMTJANST",
          "fom",
          "2024-02-0" + hours.charAt(2),
          "tom",
          "2024-03-01",
          "timmar_man",
          hours);
    }
    assertThat(person().municipalCare().isExtensive(YEAR)).isTrue();
    assertThat(person().municipalCare().homeCareMonths(YEAR)).isEqualTo(1); // 29 February alone

    died = LocalDate.of(2024, 2, 29);
    assertThat(person().municipalCare().isExtensive(YEAR)).isFalse();
    assertThat(person().municipalCare().homeCareMonths(YEAR)).isZero();
  }

  @Test
  void hoursOutsideTheirRangeAreNotValid() {
    decides("HEMTJANST", "2024-01-01", "2025-01-01", "745");
    decides("HEMTJANST", "2024-01-02", "2025-01-01", "0.5");
    decides("HEMTJANST", "2024-01-03", "2025-01-01", "24.9");

    assertThat(person().municipalCare().isExtensive(YEAR)).isFalse();
    assertThat(person().municipalCare().homeCareMonths(YEAR)).isEqualTo(12);
  }

  @Test
  void oneDayOfShortTermCareIsExtensiveAndAnEmptyDecisionIsNot() {
    decides("KORTTID", "2024-12-31", "2024-12-31", null);
    decides("SABO", "2023-01-01", "2024-01-01", null);
    decides("TRYGGHETSLARM", "2023-01-01", null, null);
    assertThat(person().municipalCare().isExtensive(YEAR)).isFalse();

    decides("KORTTID", "2024-12-31", "2025-01-01", "0");
    assertThat(person().municipalCare().isExtensive(YEAR)).isTrue();
  }

  @Test
  void bothNeedsADayOfEachPrincipal() {
    decides("TRYGGHETSLARM", "2024-06-01", "2024-06-02", null);
    contact("CHATT");
    assertThat(person().hasBothMunicipalAndRegionalCare(YEAR)).isFalse();

    stays("2023-12-20", "2024-01-01");
    assertThat(person().hasBothMunicipalAndRegionalCare(YEAR)).isTrue();
  }

  @Test
  void indexDischargeNeedsThirtyDaysOfData() {
    stays("2024-12-01", "2024-12-21", "hdia", "I50");
    stays("2024-12-01", "2024-12-01", "hdia", "I50");
    assertThat(person().hospital().indexDischarges(YEAR, 30))
        .hasSize(1); // the second row lies inside the first

    drawn.clear();
    stays("2024-12-20", "2024-12-22", "hdia", "I50");
    assertThat(person().hospital().indexDischarges(YEAR, 30))
        .isEmpty(); // 22 December + 30 days is 21 January
  }

  @Test
  void readmissionIsUnplannedAndOneToThirtyDaysAfter() {
    stays("2024-01-01", "2024-01-10", "hdia", "I50", "pvard", "1");
    stays("2024-02-09", "2024-02-09", "hdia", "C50", "pvard", "2"); // day 30, itself no index
    stays("2024-05-01", "2024-05-02", "hdia", "I50", "pvard", "2");
    stays("2024-05-03", "2024-05-04", "hdia", "I50", "pvard", "1"); // planned
    stays("2024-06-04", "2024-06-05", "hdia", "I50", "pvard", "2"); // day 31

    assertThat(person().hospital().indexDischarges(YEAR, 30)).hasSize(4);
    assertThat(person().hospital().readmittedDischarges(YEAR)).isEqualTo(1);
  }

  @Test
  void deadAtDischargeIsNoIndex() {
    stays("2024-01-01", "2024-01-10", "hdia", "I50", "utsatt", "4");
    stays("2024-03-01", "2024-03-10", "hdia", "I50");
    died = LocalDate.of(2024, 3, 10);
    assertThat(person().hospital().indexDischarges(YEAR, 30)).isEmpty();

    died = LocalDate.of(2024, 3, 11);
    assertThat(person().hospital().indexDischarges(YEAR, 30)).hasSize(1);
  }

  @Test
  void lookBackIsFiveYearsThatEndWithTheMeasureDay() {
    stays("2019-12-30", "2019-12-31", "hdia", "I10");
    stays("2019-12-31", "2020-01-01", "hdia", "J45");
    contact("BREV", "dia1", "E11-P");
    draw("par_oppenvard", "lopnr", "1", "indatum", "2025-01-01", "sjukhus", "64001", "hdia", "F00");

    assertThat(person().codesInLookBack(YEAR)).containsExactlyInAnyOrder("J45", "E11");
  }

  @Test
  void monthOfAssistanceBelongsToItsPeriod() {
    draw("eb", "lopnr", "1", "kommun", "0180", "manad", "2024-12", "belopp", "-5");

    assertThat(person().municipalCare().hasAssistance(YEAR)).isTrue();
    assertThat(person().municipalCare().hasAssistance(ReferencePeriod.year(2025))).isFalse();
  }

  private void stays(String in, String out, String... more) {
    Map<String, String> row = Drawn.row(more);
    row.putAll(Drawn.row("lopnr", "1", "indatum", in, "utdatum", out, "sjukhus", "64001"));
    drawn.computeIfAbsent("par_slutenvard", name -> new ArrayList<>()).add(row);
  }

  private void decides(String service, String from, String to, String hours) {
    draw(
        "sol",
        "lopnr",
        "1",
        "kommun",
        "2480",
        "insats",
        service,
        "fom",
        from,
        "tom",
        to,
        "timmar_man",
        hours);
  }

  private void contact(String type, String... more) {
    Map<String, String> row = Drawn.row(more);
    row.putAll(
        Drawn.row(
            "kontakt_id",
            "k",
            "lopnr",
            "1",
            "kontaktdatum",
            "2024-05-05",
            "enhet",
            "HC",
            "kontakttyp",
            type));
    drawn.computeIfAbsent("pv_kontakt", name -> new ArrayList<>()).add(row);
  }

  private void draw(String table, String... columnsAndValues) {
    drawn.computeIfAbsent(table, name -> new ArrayList<>()).add(Drawn.row(columnsAndValues));
  }

  private ReferencePerson person() {
    Map<String, List<ReferenceRow>> rows = new HashMap<>();
    drawn.forEach((table, raw) -> rows.put(table, Drawn.typed(table, raw)));
    return new ReferencePerson(new ReferencePerson.Rows(rows), died, DATA_THROUGH);
  }
}
