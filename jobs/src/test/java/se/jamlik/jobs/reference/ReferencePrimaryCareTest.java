package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static se.jamlik.jobs.reference.DrawnPerson.YEAR;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferencePrimaryCareTest {
  private final DrawnPerson person = new DrawnPerson();

  @Test
  void continuityCountsPairsOfContactsWithTheSameDoctor() {
    meets("a", "2024-03-01", "anna");
    meets("b", "2024-04-01", "anna");
    meets("c", "2024-05-01", "bo");
    ReferencePrimaryCare.Continuity continuity = person.read().primaryCare().continuity(YEAR);

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
    assertThat(person.read().primaryCare().continuity(YEAR).secon()).isEqualTo(1 / 2.0);
  }

  @Test
  void twoOfFiveIsLessThanHalf() {
    for (String doctor : List.of("anna", "bo", "cilla", "anna", "david")) {
      meets("k", "2024-03-01", doctor);
    }
    assertThat(person.read().primaryCare().continuity(YEAR).isHalfWithOneDoctor()).isFalse();
  }

  @Test
  void continuityLeavesOutTelephoneDutyAndStaffNotKnown() {
    person.contact("a", "2024-03-01", "DISTANS_TELEFON", "LAKARE", "personal", "anna");
    person.contact("b", "2024-03-01", "MOTTAGNING", "LAKARE", "personal", "anna", "jour", "1");
    person.contact("c", "2024-03-01", "MOTTAGNING", "LAKARE");
    person.contact("d", "2024-03-01", "MOTTAGNING", "SJUKSKOTERSKA", "personal", "anna");
    assertThat(person.read().primaryCare().continuity(YEAR).contacts()).isZero();

    person.contact("e", "2024-12-31", "DISTANS_VIDEO", "LAKARE", "personal", "anna", "jour", "0");
    assertThat(person.read().primaryCare().continuity(YEAR).contacts()).isEqualTo(1);
  }

  @Test
  void contactWithDoctorOrNurseFollowsWithinFourteenDays() {
    person.stays("2024-03-01", "2024-03-10");
    person.contact("a", "2024-03-10", "MOTTAGNING", "LAKARE");
    person.contact("b", "2024-03-25", "MOTTAGNING", "LAKARE");
    person.contact("c", "2024-03-12", "MOTTAGNING", "PSYKOLOG");
    person.contact("d", "2024-03-12", "BREV", "LAKARE");
    assertThat(person.read().dischargesMetInPrimaryCare(YEAR)).isZero();

    person.contact("e", "2024-03-24", "DISTANS_TELEFON", "DISTRIKTSSKOTERSKA");
    assertThat(person.read().dischargesMetInPrimaryCare(YEAR)).isEqualTo(1);
  }

  @Test
  void namedDoctorHoldsInAListingOfTheMeasureDay() {
    listed("2024-01-01", "2024-12-31", "anna", null, null);
    assertThat(person.read().isListedOn(YEAR.measureDay())).isFalse();

    listed("2024-12-31", null, "anna", null, "2024-12-31");
    assertThat(person.read().isListedOn(YEAR.measureDay())).isTrue();
    assertThat(person.read().hasNamedDoctorOn(YEAR.measureDay())).isFalse();

    listed("2020-01-01", "2025-01-01", "anna", "2024-12-31", "2025-01-01");
    assertThat(person.read().hasNamedDoctorOn(YEAR.measureDay())).isTrue();

    person.dies(YEAR.measureDay());
    assertThat(person.read().isListedOn(YEAR.measureDay())).isFalse();
  }

  @Test
  void mentalDiagnosisBeginsWithF10() {
    person.contact("a", "2024-01-01", "BREV", "PSYKOLOG", "dia1", "F09", "dia2", "G10");
    assertThat(person.read().hasMentalDiagnosis(YEAR)).isFalse();

    person.contact("b", "2024-12-31", "BREV", "PSYKOLOG", "dia10", "F99");
    assertThat(person.read().hasMentalDiagnosis(YEAR)).isTrue();
  }

  private void meets(String id, String day, String doctor) {
    person.contact(id, day, "MOTTAGNING", "LAKARE", "personal", doctor);
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
    person.draw("pv_listning", row);
  }
}
