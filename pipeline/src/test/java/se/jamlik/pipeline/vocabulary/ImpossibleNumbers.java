package se.jamlik.pipeline.vocabulary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Personnummer of the right form that nobody can have: the serial 000 is never given out. They are
 * made when a test runs, so that none stands in any file.
 */
public final class ImpossibleNumbers {
  private ImpossibleNumbers() {}

  /** Twelve digits. */
  public static String twelve(LocalDate born) {
    return checked(born.format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  /** Twelve digits of a samordningsnummer, whose day is sixty more. */
  public static String coordination(LocalDate born) {
    return checked(
        born.format(DateTimeFormatter.ofPattern("yyyyMM")) + (born.getDayOfMonth() + 60));
  }

  /** Ten digits. */
  public static String ten(LocalDate born) {
    return twelve(born).substring(2);
  }

  /** With a separator before the last four. */
  public static String separated(String digits, char separator) {
    int last = digits.length() - 4;
    return digits.substring(0, last) + separator + digits.substring(last);
  }

  /** The same number with a check digit that is wrong. */
  public static String withWrongCheckDigit(String digits) {
    int last = digits.length() - 1;
    return digits.substring(0, last) + (digits.charAt(last) == '0' ? '1' : '0');
  }

  /** Twelve digits of the eight of a date, which need not be real; the check digit is right. */
  static String checked(String date) {
    String nine = date.substring(2) + "000";
    int sum = 0;
    for (int place = 0; place < 9; place++) {
      int product = (nine.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
      sum += product / 10 + product % 10;
    }
    return date + "000" + (10 - sum % 10) % 10;
  }
}
