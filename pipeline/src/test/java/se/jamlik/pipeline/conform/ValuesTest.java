package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void emptyAndTheNullWordsAreNullInAnyCaseAfterStrippingBlanksAndQuotes() {
    assertThat(
            Stream.of(
                "",
                " ",
                "\t",
                "\u00a0",
                "NULL",
                "null",
                " Null ",
                "NA",
                "na",
                "BLANKED",
                "blanked",
                "\"\"",
                "\"NULL\"",
                " \" NA \" "))
        .allMatch(text -> Values.known(text) == null);
    assertThat(Stream.of("NAN", "NULLA", "0", "-", "N A", "none"))
        .allMatch(text -> text.equals(Values.known(text)));
  }

  @Test
  void blanksAroundAValueAreNoPartOfIt() {
    assertThat(Values.known(" A01 ")).isEqualTo("A01");
    assertThat(Values.known("Åsele lappmark\r")).isEqualTo("Åsele lappmark");
  }

  @Test
  void textIsComposed() {
    assertThat(Values.known("A\u030asele")).isEqualTo("Åsele");
  }

  @Test
  void datesAreWrittenWithOrWithoutDashes() {
    assertThat(Values.date("2024-02-29")).isEqualTo(day(2024, 2, 29));
    assertThat(Values.date("20240229")).isEqualTo(day(2024, 2, 29));
    assertThat(Values.date("1889-12-31")).isEqualTo(day(1889, 12, 31));
    assertThat(
            Stream.of(
                "2023-02-29",
                "20230229",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "2024-1-1",
                "24-01-01",
                "2024/01/01",
                "01-01-2024",
                "2024-01-01 00:00",
                "0000-01-01",
                "x",
                "２０２４0101"))
        .allMatch(text -> Values.date(text) == Values.UNREADABLE);
  }

  @Test
  void anUnknownMonthOfDeathCountsAsTheFirstOfJulyAndAnUnknownDayAsTheFifteenth() {
    assertThat(Values.deathDate("2024-00-00")).isEqualTo(day(2024, 7, 1));
    assertThat(Values.deathDate("20240017")).isEqualTo(day(2024, 7, 1));
    assertThat(Values.deathDate("2024-02-00")).isEqualTo(day(2024, 2, 15));
    assertThat(Values.deathDate("20240229")).isEqualTo(day(2024, 2, 29));
    assertThat(Stream.of("2024-00-00", "20240200", "2024-02-29").map(Values::precision))
        .containsExactly("year", "month", "day");
    assertThat(Stream.of("2024-13-00", "0000-00-00", "2023-02-29", "2024"))
        .allMatch(text -> Values.deathDate(text) == Values.UNREADABLE);
  }

  @Test
  void decimalsHaveAPointOrAComma() {
    assertThat(Stream.of("1.5", "1,5", "+1.50", "01,5").map(Values::decimal))
        .containsOnly(1_500_000L);
    assertThat(Values.decimal("-2")).isEqualTo(-2_000_000L);
    assertThat(Values.decimal(",5")).isEqualTo(500_000L);
    assertThat(Values.decimal("7.")).isEqualTo(7_000_000L);
    assertThat(Values.decimal("0.0000005")).isEqualTo(1L); // rounded half up
    assertThat(Values.decimal("0.00000049")).isEqualTo(0L);
    assertThat(Values.decimal("999999999999.999999")).isEqualTo(999_999_999_999_999_999L);
    assertThat(
            Stream.of(
                "1.000,5",
                "1 000",
                "1e3",
                "x",
                "-",
                ".",
                "1.2.3",
                "1000000000000",
                "999999999999.9999999",
                "NaN"))
        .allMatch(text -> Values.decimal(text) == Values.UNREADABLE);
  }

  @Test
  void wholeNumbersAreDigitsWithOrWithoutSign() {
    assertThat(Values.whole("2024")).isEqualTo(2024);
    assertThat(Values.whole("-7")).isEqualTo(-7);
    assertThat(Values.whole("007")).isEqualTo(7);
    assertThat(Stream.of("1.0", "1,0", "x", "-", "2147483648", "1 0", "0x1"))
        .allMatch(text -> Values.whole(text) == Values.UNREADABLE);
  }

  @Test
  void aMonthIsAYearAndTwoDigitsFrom01To12() {
    assertThat(Values.month("2024-12")).isEqualTo("2024-12");
    assertThat(Stream.of("2024-00", "2024-13", "202412", "2024-1", "2024-12-01"))
        .allMatch(text -> Values.month(text) == Values.UNREADABLE);
  }

  @Test
  void aMunicipalityIsFourDigits() {
    assertThat(Values.municipality("0114")).isEqualTo("0114");
    assertThat(Stream.of("114", "02480", "248O", "24 8"))
        .allMatch(text -> Values.municipality(text) == Values.UNREADABLE);
  }

  @Test
  void diagnosesLoseDotCaseAndTheSuffixOfPrimaryCare() {
    assertThat(Stream.of("F32.9", "f329", "F329", "F32.9-P", "F329-P", "F329P", "f32.9p"))
        .allMatch(text -> Values.icd10(text).equals("F329"));
    assertThat(Values.icd10("I10P")).isEqualTo("I10"); // letter and two digits
    assertThat(Values.icd10("F3299P")).isEqualTo("F3299"); // letter and four digits
    assertThat(Values.icd10("F32999P")).isEqualTo("F32999P"); // five digits: the P belongs to it
    assertThat(Values.icd10("M05AP")).isEqualTo("M05AP"); // a letter before the P
    assertThat(Values.icd10("4100")).isEqualTo("4100"); // ICD-9 is kept
  }

  private static int day(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }
}
