package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.jobs.reference.DrawnPerson.YEAR;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReferenceFactsTest {
  private final DrawnPerson person = new DrawnPerson();

  @Test
  void fallInAnyRowOfTheStayCountsInThePeriodOfItsFirstDay() {
    person.stays("2023-12-31", "2024-01-02", "ekod1", "W199");
    person.stays("2024-03-01", "2024-03-05", "utsatt", "1");
    person.stays("2024-03-06", "2024-03-07", "ekod2", "W00.0");
    person.stays("2024-05-01", "2024-05-02", "ekod1", "W20", "dia1", "W19");

    assertThat(person.read().hospital().admissionsAfterFalls(YEAR)).isEqualTo(1);
    assertThat(person.read().hospital().admissionsAfterFalls(ReferencePeriod.year(2023)))
        .isEqualTo(1);
  }

  @Test
  void frailtyCountsEachThreeCharactersOnceForTwoYears() {
    // Dementia 7.1 once, hemiplegia 4.4, a fall 3.2 as an external cause.
    person.stays("2022-12-30", "2022-12-31", "hdia", "G309");
    person.stays("2022-12-31", "2023-01-01", "hdia", "F001", "dia1", "F009");
    person.stays("2024-12-30", "2024-12-31", "hdia", "G81", "ekod1", "W19");
    person.stays("2024-12-31", "2025-01-01", "hdia", "R296");

    assertThat(frailty()).isEqualByComparingTo("14.7");
  }

  @Test
  void selfHarmIsDatedLikeTheDiagnosesOfItsRow() {
    person.stays("2023-12-31", "2024-01-01", "ekod1", "X849");
    assertThat(person.read().hospital().hasHarmedThemselves(YEAR)).isTrue();
    assertThat(person.read().hospital().hasHarmedThemselves(ReferencePeriod.year(2023))).isFalse();

    person.forget("par_slutenvard");
    person.stays("2024-03-01", "2024-03-02", "ekod1", "X59", "ekod2", "X85", "hdia", "X60");
    assertThat(person.read().hospital().hasHarmedThemselves(YEAR)).isFalse();
  }

  @Test
  void openPsychiatricRowLastsUntilTheDataEndOnlyWhenItIsTheLast() {
    person.draw("par_slutenvard", "indatum", "2023-06-01", "sjukhus", "64001", "mvo", "901");
    assertThat(person.read().isInPsychiatry(YEAR)).isTrue();

    person.stays("2023-06-02", "2023-06-03");
    assertThat(person.read().isInPsychiatry(YEAR)).isFalse();

    person.draw("par_oppenvard", "indatum", "2024-01-01", "sjukhus", "64001", "mvo", "9");
    assertThat(person.read().isInPsychiatry(YEAR)).isTrue();
  }

  @Test
  void costAddsEachKindOfCareOnce() {
    person.stays("2023-12-30", "2024-01-03"); // two bed days of the year, no admission
    person.stays("2024-03-01", "2024-03-01"); // one bed day and an admission
    person.draw("par_oppenvard", "indatum", "2024-02-01", "sjukhus", "64001", "akut", "1");
    person.draw("par_oppenvard", "indatum", "2024-02-01", "sjukhus", "64001");
    person.contact("a", "2024-02-01", "DISTANS_TELEFON", "LAKARE");
    person.contact("b", "2024-02-01", "HEMBESOK", "FYSIOTERAPEUT");
    person.contact("c", "2024-02-01", "GRUPP", "LAKARE");
    person.decides("SABO", "2023-06-01", "2024-01-04", null); // three days
    person.decides("SABO", "2024-01-02", "2024-01-05", null); // one more
    person.decides("KORTTID", "2024-01-02", "2024-01-03", null);
    person.decides("HEMTJANST", "2024-02-10", "2024-04-01", "10.5"); // February and March
    person.decides("HEMTJANST", "2024-02-11", "2024-03-01", "745"); // hours that are not valid
    person.act("2024-01-01");
    person.act("2024-01-01");

    assertThat(person.read().cost(YEAR))
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

  private BigDecimal frailty() {
    return new ReferenceConditions().frailty(person.read().hospital().codesOfTwoYears(YEAR));
  }

  private ReferenceFacts.Drugs drugs() {
    return new ReferenceFacts.Drugs(
        person.read().drugsInUse(YEAR), person.read().drugsDispensed(YEAR));
  }

  private void dispensed(String atc, String day) {
    person.draw("lmed", "atc", atc, "edatum", day, "antal", "1", "forpddd", "98");
  }
}
