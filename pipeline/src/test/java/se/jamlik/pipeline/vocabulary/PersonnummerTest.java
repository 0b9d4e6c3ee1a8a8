package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.Personnummer.Find;

class PersonnummerTest {
  private static final int YEAR = 2026;
  private static final LocalDate BORN = LocalDate.of(1956, 2, 29);
  private static final String TWELVE = ImpossibleNumbers.twelve(BORN);
  private static final String TEN = ImpossibleNumbers.ten(BORN);

  @Test
  void knowsEverySpellingWithCenturyOrSeparator() {
    Stream<String> spellings =
        Stream.of(TWELVE, ImpossibleNumbers.coordination(BORN))
            .flatMap(
                twelve ->
                    Stream.of(
                        twelve,
                        ImpossibleNumbers.separated(twelve, '-'),
                        ImpossibleNumbers.separated(twelve, '+'),
                        ImpossibleNumbers.separated(twelve.substring(2), '-'),
                        ImpossibleNumbers.separated(twelve.substring(2), '+')));
    assertThat(spellings).allMatch(text -> find(text) == Find.CERTAIN);
  }

  @Test
  void tenBareDigitsMayBeChance() {
    assertThat(find(TEN)).isEqualTo(Find.BARE_TEN_DIGITS);
    assertThat(find(ImpossibleNumbers.coordination(BORN).substring(2)))
        .isEqualTo(Find.BARE_TEN_DIGITS);
  }

  @Test
  void findsOneInsideLongerText() {
    assertThat(
            Stream.of(
                "ring " + TWELVE, "(" + TWELVE + ")", "p:" + TWELVE + ", hemma", "x;" + TWELVE))
        .allMatch(text -> find(text) == Find.CERTAIN);
    assertThat(find("nr 1, " + TEN + ".")).isEqualTo(Find.BARE_TEN_DIGITS);
  }

  @Test
  void aLetterDigitOrSignBesideItMakesItSomethingElse() {
    String separated = ImpossibleNumbers.separated(TWELVE, '-');
    assertThat(
            Stream.of("a", "Ö", "\uD801\uDC00", "7", "-", "+")
                .flatMap(
                    sign ->
                        Stream.of(
                            sign + TWELVE,
                            TWELVE + sign,
                            sign + separated,
                            separated + sign,
                            sign + TEN,
                            TEN + sign)))
        .allMatch(text -> find(text) == Find.NOTHING);
  }

  @Test
  void theDateMustBeReal() {
    assertThat(
            Stream.of("19570229", "19570289", "19900100", "19900160", "19900192", "19901301")
                .map(ImpossibleNumbers::checked)
                .flatMap(
                    twelve ->
                        Stream.of(
                            twelve,
                            twelve.substring(2),
                            ImpossibleNumbers.separated(twelve, '-'),
                            ImpossibleNumbers.separated(twelve.substring(2), '+'))))
        .allMatch(text -> find(text) == Find.NOTHING);
    assertThat(find(ImpossibleNumbers.twelve(LocalDate.of(2000, 2, 29)).substring(2)))
        .isEqualTo(Find.BARE_TEN_DIGITS);
  }

  @Test
  void theCheckDigitMustBeRight() {
    String wrong = ImpossibleNumbers.withWrongCheckDigit(TWELVE);
    assertThat(Stream.of(wrong, ImpossibleNumbers.separated(wrong, '-'), wrong.substring(2)))
        .allMatch(text -> find(text) == Find.NOTHING);
  }

  @Test
  void twelveDigitsAreOfAYearFrom1850ToThatOfAsOf() {
    assertThat(find(ImpossibleNumbers.twelve(LocalDate.of(1850, 1, 1)))).isEqualTo(Find.CERTAIN);
    assertThat(find(ImpossibleNumbers.twelve(LocalDate.of(2026, 12, 31)))).isEqualTo(Find.CERTAIN);
    assertThat(find(ImpossibleNumbers.twelve(LocalDate.of(1849, 12, 31)))).isEqualTo(Find.NOTHING);
    assertThat(find(ImpossibleNumbers.twelve(LocalDate.of(2027, 1, 1)))).isEqualTo(Find.NOTHING);
  }

  @Test
  void withASeparatorTheYearMayBeAny() {
    assertThat(
            Stream.of(LocalDate.of(1849, 12, 31), LocalDate.of(2027, 1, 1))
                .map(born -> ImpossibleNumbers.separated(ImpossibleNumbers.twelve(born), '-')))
        .allMatch(text -> find(text) == Find.CERTAIN);
  }

  @Test
  void datesPhonesOrganisationsAndPseudonymsAreNone() {
    assertThat(
            Stream.of(
                "2024-02-29",
                "20240229",
                "2024-02-29 12:30",
                "090-785 00 00",
                "0907850000",
                "+46907850000",
                "232100-0222",
                "2321000222",
                "SE2321000016-1003",
                "2026-11-22",
                "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
                "",
                "A01"))
        .allMatch(text -> find(text) == Find.NOTHING);
  }

  @Test
  void noHexadecimalPseudonymIsTakenForOne() {
    long seed = 20261122;
    Random random = new Random(seed);
    List<String> pseudonyms =
        Stream.generate(() -> "%016x".formatted(random.nextLong())).limit(100_000).toList();
    assertThat(pseudonyms).as("seed %d", seed).allMatch(text -> find(text) == Find.NOTHING);
  }

  @Test
  void everyGeneratedNumberIsFound() {
    LocalDate first = LocalDate.of(1900, 1, 1);
    assertThat(Stream.iterate(first, born -> born.plusDays(1)).limit(46_000))
        .allMatch(born -> find(ImpossibleNumbers.twelve(born)) == Find.CERTAIN)
        .allMatch(born -> find(ImpossibleNumbers.ten(born)) == Find.BARE_TEN_DIGITS);
  }

  @Test
  void aMaskedTextHoldsNoDigit() {
    assertThat(Personnummer.masked("sol/" + TWELVE + ".csv", YEAR))
        .isEqualTo("sol/************.csv");
    assertThat(Personnummer.masked("sol/2024.csv", YEAR)).isEqualTo("sol/2024.csv");
  }

  private static Find find(String text) {
    return Personnummer.in(text, YEAR);
  }
}
