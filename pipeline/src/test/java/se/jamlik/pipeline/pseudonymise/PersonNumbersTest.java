package se.jamlik.pipeline.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.pseudonymise.PersonNumbers.Kind;
import se.jamlik.pipeline.pseudonymise.PersonNumbers.Reading;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;

/** The numbers are made when the tests run, with a serial that is never given out. */
class PersonNumbersTest {
  private static final PersonNumbers NUMBERS = new PersonNumbers(LocalDate.of(2026, 11, 22));
  private static final String TWELVE = ImpossibleNumbers.twelve(LocalDate.of(1956, 2, 29));

  @Test
  void allSpellingsOfANumberAreOne() {
    Stream<String> spellings =
        Stream.of(
            TWELVE,
            TWELVE.substring(2),
            ImpossibleNumbers.separated(TWELVE, '-'),
            ImpossibleNumbers.separated(TWELVE.substring(2), '-'),
            " " + ImpossibleNumbers.separated(TWELVE, ' ') + "\u00a0",
            ImpossibleNumbers.separated(TWELVE, '\u2013'));
    assertThat(spellings.map(NUMBERS::read)).containsOnly(new Reading(Kind.PERSONNUMMER, TWELVE));
  }

  @Test
  void aSamordningsnummerHasTheDayAndSixty() {
    String twelve = ImpossibleNumbers.coordination(LocalDate.of(1990, 1, 31));
    assertThat(NUMBERS.read(twelve.substring(2)))
        .isEqualTo(new Reading(Kind.SAMORDNINGSNUMMER, twelve));
  }

  @Test
  void tenDigitsAreTheYoungestWhoAreBornOnTheReferenceDate() {
    assertThat(century(LocalDate.of(2026, 11, 22), "")).isEqualTo("20");
    assertThat(century(LocalDate.of(1926, 11, 23), "-")).isEqualTo("19");
    assertThat(century(LocalDate.of(1927, 1, 1), "-")).isEqualTo("19");
  }

  @Test
  void aPlusIsForTheYearInWhichSomebodyTurnsAHundredAndAfter() {
    assertThat(century(LocalDate.of(1926, 12, 24), "+")).isEqualTo("19");
    assertThat(century(LocalDate.of(1912, 3, 4), "+")).isEqualTo("19");
    assertThat(century(LocalDate.of(1899, 3, 4), "+")).isEqualTo("18");
  }

  @Test
  void aPlusAfterACenturyOfTheYoungIsWrong() {
    assertThat(kind(ImpossibleNumbers.separated(TWELVE, '+'))).isEqualTo(Kind.WRONG_CENTURY);
  }

  @Test
  void tellsWhyATextIsNoNumber() {
    String unborn = ImpossibleNumbers.twelve(LocalDate.of(2026, 11, 23));
    assertThat(kind(" ")).isEqualTo(Kind.MISSING);
    assertThat(kind(TWELVE.substring(3))).isEqualTo(Kind.OTHER_FORM);
    assertThat(kind("tolvan")).isEqualTo(Kind.OTHER_FORM);
    assertThat(kind(TWELVE.replace("0229", "0230"))).isEqualTo(Kind.NO_DATE);
    assertThat(kind(unborn)).isEqualTo(Kind.NO_DATE);
    assertThat(kind(ImpossibleNumbers.withWrongCheckDigit(TWELVE)))
        .isEqualTo(Kind.WRONG_CHECK_DIGIT);
  }

  @Test
  void reserveNumbersAreKnownByTheirForms() {
    assertThat(NUMBERS.read("991234567890"))
        .isEqualTo(new Reading(Kind.RESERVE_NUMBER, "991234567890"));
    assertThat(NUMBERS.read("19560229-r12a"))
        .isEqualTo(new Reading(Kind.RESERVE_NUMBER, "19560229R12A"));
    assertThat(kind("19560229-12345")).isEqualTo(Kind.OTHER_FORM);
  }

  private static Kind kind(String text) {
    return NUMBERS.read(text).kind();
  }

  /** The century that ten digits of somebody born on a day are read into. */
  private static String century(LocalDate born, String sign) {
    String ten = ImpossibleNumbers.ten(born);
    return NUMBERS.read(ten.substring(0, 6) + sign + ten.substring(6)).normal().substring(0, 2);
  }
}
