package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceFactsTest {
  private static final ReferencePeriod YEAR = ReferencePeriod.year(2024);
  private static final LocalDate DATA_THROUGH = LocalDate.of(2025, 1, 20);

  private final Map<String, List<Map<String, String>>> drawn = new HashMap<>();
  private @Nullable LocalDate died;

  @Test
  void continuityCountsPairsOfContactsWithTheSameDoctor() {
    meets("a", "2024-03-01", "anna");
    meets("b", "2024-04-01", "anna");
    meets("c", "2024-05-01", "bo");
    ReferencePrimaryCare.Continuity continuity = person().primaryCare().continuity(YEAR);

    assertThat(continuity.contacts()).isEqualTo(3);
    assertThat(continuity.coc()).isEqualTo((4 + 1 - 3) / 6.0, offset(1e-15));
    assertThat(continuity.secon()).isEqualTo(1 / 2.0);
    assertThat(continuity.isHalfWithOneDoctor()).isTrue();
  }

  @Test
  void contactsOfOneDayAreOrderedByTheBytesOfTheirNames() {
    meets("k-9", "2024-03-01", "bo");
    meets("k-10", "2024-03-01", "anna");
    meets("k-91", "2024-03-01", "bo");

    // k-10, k-9, k-91: anna, bo, bo.
    assertThat(person().primaryCare().continuity(YEAR).secon()).isEqualTo(1 / 2.0);
  }

  @Test
  void twoOfFiveIsLessThanHalf() {
    for (String doctor : List.of("anna", "bo", "cilla", "anna", "david")) {
      meets("k", "2024-03-01", doctor);
    }
    assertThat(person().primaryCare().continuity(YEAR).isHalfWithOneDoctor()).isFalse();
  }

  @Test
  void continuityLeavesOutTelephoneDutyAndStaffNotKnown() {
    contact("a", "2024-03-01", "DISTANS_TELEFON", "LAKARE", "personal", "anna");
    contact("b", "2024-03-01", "MOTTAGNING", "LAKARE", "personal", "anna", "jour", "1");
    contact("c", "2024-03-01", "MOTTAGNING", "LAKARE");
    contact("d", "2024-03-01", "MOTTAGNING", "SJUKSKOTERSKA", "personal", "anna");
    assertThat(person().primaryCare().continuity(YEAR).contacts()).isZero();

    contact("e", "2024-12-31", "DISTANS_VIDEO", "LAKARE", "personal", "anna", "jour", "0");
    assertThat(person().primaryCare().continuity(YEAR).contacts()).isEqualTo(1);
  }

  @Test
  void fallInAnyRowOfTheStayCountsInThePeriodOfItsFirstDay() {
    stays("2023-12-31", "2024-01-02", "ekod1", "W199");
    stays("2024-03-01", "2024-03-05", "utsatt", "1");
    stays("2024-03-06", "2024-03-07", "ekod2", "W00.0");
    stays("2024-05-01", "2024-05-02", "ekod1", "W20", "dia1", "W19");

    assertThat(person().hospital().admissionsAfterFalls(YEAR)).isEqualTo(1);
    assertThat(person().hospital().admissionsAfterFalls(ReferencePeriod.year(2023))).isEqualTo(1);
  }

  @Test
  void frailtyCountsEachThreeCharactersOnceForTwoYears() {
    // Dementia 7.1 once, hemiplegia 4.4, a fall 3.2 as an external cause.
    stays("2022-12-30", "2022-12-31", "hdia", "G309");
    stays("2022-12-31", "2023-01-01", "hdia", "F001", "dia1", "F009");
    stays("2024-12-30", "2024-12-31", "hdia", "G81", "ekod1", "W19");
    stays("2024-12-31", "2025-01-01", "hdia", "R296");

    assertThat(frailty()).isEqualByComparingTo("14.7");
  }

  @Test
  void selfHarmIsDatedLikeTheDiagnosesOfItsRow() {
    stays("2023-12-31", "2024-01-01", "ekod1", "X849");
    assertThat(person().hospital().hasHarmedThemselves(YEAR)).isTrue();
    assertThat(person().hospital().hasHarmedThemselves(ReferencePeriod.year(2023))).isFalse();

    drawn.clear();
    stays("2024-03-01", "2024-03-02", "ekod1", "X59", "ekod2", "X85", "hdia", "X60");
    assertThat(person().hospital().hasHarmedThemselves(YEAR)).isFalse();
  }

  @Test
  void openPsychiatricRowLastsUntilTheDataEndOnlyWhenItIsTheLast() {
    draw("par_slutenvard", "indatum", "2023-06-01", "sjukhus", "64001", "mvo", "901");
    assertThat(person().isInPsychiatry(YEAR)).isTrue();

    stays("2023-06-02", "2023-06-03");
    assertThat(person().isInPsychiatry(YEAR)).isFalse();

    draw("par_oppenvard", "indatum", "2024-01-01", "sjukhus", "64001", "mvo", "9");
    assertThat(person().isInPsychiatry(YEAR)).isTrue();
  }

  @Test
  void contactWithDoctorOrNurseFollowsWithinFourteenDays() {
    stays("2024-03-01", "2024-03-10");
    contact("a", "2024-03-10", "MOTTAGNING", "LAKARE");
    contact("b", "2024-03-25", "MOTTAGNING", "LAKARE");
    contact("c", "2024-03-12", "MOTTAGNING", "PSYKOLOG");
    contact("d", "2024-03-12", "BREV", "LAKARE");
    assertThat(person().dischargesMetInPrimaryCare(YEAR)).isZero();

    contact("e", "2024-03-24", "DISTANS_TELEFON", "DISTRIKTSSKOTERSKA");
    assertThat(person().dischargesMetInPrimaryCare(YEAR)).isEqualTo(1);
  }

  @Test
  void dischargeHomeToMunicipalCareNeedsHomeCareTheDayBeforeOrAnActInNinetyDays() {
    // 90 days before 2024-06-01 is 2024-03-03.
    stays("2024-06-01", "2024-06-05", "utsatt", "3");
    act("2024-03-02");
    act("2024-06-01");
    decides("HEMTJANST", "2024-05-01", "2024-05-31", "10");
    assertThat(person().dischargesToMunicipalCare(YEAR)).isEmpty();

    act("2024-03-03");
    assertThat(person().dischargesToMunicipalCare(YEAR)).hasSize(1);

    drawn.get("khsl").clear();
    decides("HEMTJANST", "2024-05-31", "2024-06-01", "10");
    assertThat(person().dischargesToMunicipalCare(YEAR)).hasSize(1);
    assertThat(person().dischargesMetByMunicipalCare(YEAR)).isZero();

    act("2024-06-09");
    assertThat(person().dischargesMetByMunicipalCare(YEAR)).isZero();
    act("2024-06-08");
    assertThat(person().dischargesMetByMunicipalCare(YEAR)).isEqualTo(1);
  }

  @Test
  void dischargeHomeIsFollowedForThreeDays() {
    decides("HEMTJANST", "2023-01-01", null, "10");
    stays("2024-12-01", "2024-12-31", "utsatt", "3");
    assertThat(person().dischargesToMunicipalCare(YEAR)).hasSize(1);
    // The data end on 20 January.
    stays("2025-01-10", "2025-01-18", "utsatt", "3");
    assertThat(person().dischargesToMunicipalCare(ReferencePeriod.year(2025))).isEmpty();
  }

  @Test
  void daysReadyForDischargeAreThoseOfRowsThatLeftInThePeriod() {
    ready("2023-12-30", "2024-01-02", null);
    ready("2024-03-01", "2024-03-01", null);
    ready("2024-04-01", "2024-04-05", "2024-04-02");
    ready("2024-12-30", "2025-01-01", null);
    ready("2024-06-01", null, null);

    assertThat(person().municipalCare().daysReadyForDischarge(YEAR)).containsExactly(3L, 0L);
  }

  @Test
  void namedDoctorHoldsInAListingOfTheMeasureDay() {
    listed("2024-01-01", "2024-12-31", "anna", null, null);
    assertThat(person().isListedOn(YEAR.measureDay())).isFalse();

    listed("2024-12-31", null, "anna", null, "2024-12-31");
    assertThat(person().isListedOn(YEAR.measureDay())).isTrue();
    assertThat(person().hasNamedDoctorOn(YEAR.measureDay())).isFalse();

    listed("2020-01-01", "2025-01-01", "anna", "2024-12-31", "2025-01-01");
    assertThat(person().hasNamedDoctorOn(YEAR.measureDay())).isTrue();

    died = YEAR.measureDay();
    assertThat(person().isListedOn(YEAR.measureDay())).isFalse();
  }

  @Test
  void placementNeedsAFormAStartAndADay() {
    placed("2024-01-01", "2024-06-01", null);
    placed(null, "2024-06-01", "HVB");
    placed("2023-01-01", "2024-01-01", "HVB");
    placed("2024-06-01", "2024-06-01", "HVB");
    assertThat(person().municipalCare().isPlaced(YEAR)).isFalse();

    placed("2024-12-31", null, "HVB");
    assertThat(person().municipalCare().isPlaced(YEAR)).isTrue();

    died = LocalDate.of(2024, 12, 31);
    assertThat(person().municipalCare().isPlaced(YEAR)).isFalse();
  }

  @Test
  void costAddsEachKindOfCareOnce() {
    stays("2023-12-30", "2024-01-03"); // two bed days of the year, no admission
    stays("2024-03-01", "2024-03-01"); // one bed day and an admission
    draw("par_oppenvard", "indatum", "2024-02-01", "sjukhus", "64001", "akut", "1");
    draw("par_oppenvard", "indatum", "2024-02-01", "sjukhus", "64001");
    contact("a", "2024-02-01", "DISTANS_TELEFON", "LAKARE");
    contact("b", "2024-02-01", "HEMBESOK", "FYSIOTERAPEUT");
    contact("c", "2024-02-01", "GRUPP", "LAKARE");
    decides("SABO", "2023-06-01", "2024-01-04", null); // three days
    decides("SABO", "2024-01-02", "2024-01-05", null); // one more
    decides("KORTTID", "2024-01-02", "2024-01-03", null);
    decides("HEMTJANST", "2024-02-10", "2024-04-01", "10.5"); // February and March
    decides("HEMTJANST", "2024-02-11", "2024-03-01", "745"); // hours that are not valid
    act("2024-01-01");
    act("2024-01-01");

    assertThat(person().cost(YEAR))
        .isEqualByComparingTo(
            BigDecimal.valueOf(
                3 * 11_000
                    + 10_000
                    + 4_500
                    + 4_000
                    + 2_300
                    + 900
                    + 4 * 2_700
                    + 3_400
                    + 21 * 550
                    + 2 * 700));
  }

  @Test
  void antipsychoticsAreWithoutLithium() {
    dispensed("N05AN01", "2024-12-01");
    assertThat(drugs().isAntipsychoticInUse()).isFalse();

    dispensed("N05AH03", "2024-12-01");
    assertThat(drugs().isAntipsychoticInUse()).isTrue();
  }

  @Test
  void dispensingCountsInThePeriodOfItsDateWhateverItsCoverAndLength() {
    dispensed("N06A", "2024-12-31");
    dispensed("C02AC02", "2023-12-31");

    assertThat(drugs().isDispensed("N06A")).isTrue();
    assertThat(drugs().isDispensed(ReferenceCodeList.named("adhd_drugs"))).isFalse();
    // In use are whole codes alone.
    assertThat(drugs().inUse()).isEmpty();
  }

  @Test
  void mentalDiagnosisBeginsWithF10() {
    contact("a", "2024-01-01", "BREV", "PSYKOLOG", "dia1", "F09", "dia2", "G10");
    assertThat(person().hasMentalDiagnosis(YEAR)).isFalse();

    contact("b", "2024-12-31", "BREV", "PSYKOLOG", "dia10", "F99");
    assertThat(person().hasMentalDiagnosis(YEAR)).isTrue();
  }

  private BigDecimal frailty() {
    return new ReferenceConditions().frailty(person().hospital().codesOfTwoYears(YEAR));
  }

  private ReferenceFacts.Drugs drugs() {
    return new ReferenceFacts.Drugs(person().drugsInUse(YEAR), person().drugsDispensed(YEAR));
  }

  private void meets(String id, String day, String doctor) {
    contact(id, day, "MOTTAGNING", "LAKARE", "personal", doctor);
  }

  private void contact(String id, String day, String type, String profession, String... more) {
    Map<String, String> row = Drawn.row(more);
    row.putAll(Drawn.row("kontakt_id", id, "kontaktdatum", day, "enhet", "HC"));
    row.putAll(Drawn.row("kontakttyp", type, "yrke", profession));
    add("pv_kontakt", row);
  }

  private void stays(String in, String out, String... more) {
    Map<String, String> row = Drawn.row(more);
    row.putAll(Drawn.row("indatum", in, "utdatum", out, "sjukhus", "64001"));
    add("par_slutenvard", row);
  }

  private void decides(String service, String from, @Nullable String to, @Nullable String hours) {
    add(
        "sol",
        Drawn.row(
            "kommun", "2480", "insats", service, "fom", from, "tom", to, "timmar_man", hours));
  }

  private void act(String day) {
    draw("khsl", "kommun", "2480", "kva", "QV001", "datum", day);
  }

  private void ready(String from, @Nullable String left, @Nullable String notReady) {
    draw("utskrivningsklar", "utskrivningsklar", from, "utskriven", left, "ater_ej_klar", notReady);
  }

  // A listing and its named doctor have five columns.
  private void listed(
      String from,
      @Nullable String to,
      String doctor,
      @Nullable String doctorFrom,
      @Nullable String doctorTo) {
    Map<String, String> row = Drawn.row("enhet", "HC", "fom", from, "tom", to);
    row.putAll(
        Drawn.row(
            "fast_lakare", doctor, "fast_lakare_fom", doctorFrom, "fast_lakare_tom", doctorTo));
    add("pv_listning", row);
  }

  private void placed(@Nullable String start, @Nullable String end, @Nullable String form) {
    draw(
        "bu",
        "kommun",
        "2480",
        "insats_id",
        "b" + drawn.size(),
        "start",
        start,
        "slut",
        end,
        "placeringsform",
        form);
  }

  private void dispensed(String atc, String day) {
    draw("lmed", "atc", atc, "edatum", day, "antal", "1", "forpddd", "98");
  }

  private void draw(String table, @Nullable String... columnsAndValues) {
    add(table, Drawn.row(columnsAndValues));
  }

  private void add(String table, Map<String, String> row) {
    row.put("lopnr", "1");
    drawn.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
  }

  private ReferencePerson person() {
    Map<String, List<ReferenceRow>> rows = new HashMap<>();
    drawn.forEach((table, raw) -> rows.put(table, Drawn.typed(table, raw)));
    return new ReferencePerson(new ReferencePerson.Rows(rows), died, DATA_THROUGH);
  }
}
