package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.jobs.reference.DrawnPerson.YEAR;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceMunicipalCareTest {
  private final DrawnPerson person = new DrawnPerson();

  @Test
  void dischargeHomeToMunicipalCareNeedsHomeCareTheDayBeforeOrAnActInNinetyDays() {
    // 90 days before 2024-06-01 is 2024-03-03.
    person.stays("2024-06-01", "2024-06-05", "utsatt", "3");
    person.act("2024-03-02");
    person.act("2024-06-01");
    person.decides("HEMTJANST", "2024-05-01", "2024-05-31", "10");
    assertThat(person.read().dischargesToMunicipalCare(YEAR)).isEmpty();

    person.act("2024-03-03");
    assertThat(person.read().dischargesToMunicipalCare(YEAR)).hasSize(1);

    person.forget("khsl");
    person.decides("HEMTJANST", "2024-05-31", "2024-06-01", "10");
    assertThat(person.read().dischargesToMunicipalCare(YEAR)).hasSize(1);
    assertThat(person.read().dischargesMetByMunicipalCare(YEAR)).isZero();

    person.act("2024-06-09");
    assertThat(person.read().dischargesMetByMunicipalCare(YEAR)).isZero();
    person.act("2024-06-08");
    assertThat(person.read().dischargesMetByMunicipalCare(YEAR)).isEqualTo(1);
  }

  @Test
  void dischargeHomeIsFollowedForThreeDays() {
    person.decides("HEMTJANST", "2023-01-01", null, "10");
    person.stays("2024-12-01", "2024-12-31", "utsatt", "3");
    assertThat(person.read().dischargesToMunicipalCare(YEAR)).hasSize(1);
    // The data end on 20 January.
    person.stays("2025-01-10", "2025-01-18", "utsatt", "3");
    assertThat(person.read().dischargesToMunicipalCare(ReferencePeriod.year(2025))).isEmpty();
  }

  @Test
  void daysReadyForDischargeAreThoseOfRowsThatLeftInThePeriod() {
    ready("2023-12-30", "2024-01-02", null);
    ready("2024-03-01", "2024-03-01", null);
    ready("2024-04-01", "2024-04-05", "2024-04-02");
    ready("2024-12-30", "2025-01-01", null);
    ready("2024-06-01", null, null);

    assertThat(person.read().municipalCare().daysReadyForDischarge(YEAR)).containsExactly(3L, 0L);
  }

  @Test
  void placementNeedsAFormAStartAndADay() {
    placed("2024-01-01", "2024-06-01", null);
    placed(null, "2024-06-01", "HVB");
    placed("2023-01-01", "2024-01-01", "HVB");
    placed("2024-06-01", "2024-06-01", "HVB");
    assertThat(person.read().municipalCare().isPlaced(YEAR)).isFalse();

    placed("2024-12-31", null, "HVB");
    assertThat(person.read().municipalCare().isPlaced(YEAR)).isTrue();

    person.dies(LocalDate.of(2024, 12, 31));
    assertThat(person.read().municipalCare().isPlaced(YEAR)).isFalse();
  }

  private void ready(String from, @Nullable String left, @Nullable String notReady) {
    person.draw(
        "utskrivningsklar", "utskrivningsklar", from, "utskriven", left, "ater_ej_klar", notReady);
  }

  private void placed(@Nullable String start, @Nullable String end, @Nullable String form) {
    person.draw(
        "bu",
        "kommun",
        "2480",
        "insats_id",
        "b" + start + end,
        "start",
        start,
        "slut",
        end,
        "placeringsform",
        form);
  }
}
