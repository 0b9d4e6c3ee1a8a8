package se.jamlik.jobs.synthesise;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;

/** Days as numbers (days since 1970-01-01), which are cheap to draw and to compare. */
final class Calendar {
  /** No day: an end that has not come. It is after every day. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final int FIRST = day(1990, 1, 1);
  private static final byte[][] WRITTEN = new byte[day(2050, 1, 1) - FIRST][];

  static {
    for (int index = 0; index < WRITTEN.length; index++) {
      WRITTEN[index] = bytes(FIRST + index);
    }
  }

  private Calendar() {}

  static int day(int year, int month, int dayOfMonth) {
    return (int) LocalDate.of(year, month, dayOfMonth).toEpochDay();
  }

  static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  static int firstOf(int year) {
    return day(year, 1, 1);
  }

  static int lastOf(int year) {
    return day(year, 12, 31);
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  static int yearOf(int day) {
    return date(day).getYear();
  }

  /** Age in years, with the part of the year, for the models; no rule of an indicator. */
  static double age(int bornOn, int day) {
    return (day - bornOn) / 365.25;
  }

  /** The nearest working day on or after a day: most care is given then. */
  static int workingDay(int day) {
    int weekday = Math.floorMod(day + 3, 7);
    return weekday < 5 ? day : day + 7 - weekday;
  }

  static int lastDayOf(YearMonth month) {
    return day(month.atEndOfMonth());
  }

  static byte[] written(int day) {
    int index = day - FIRST;
    return index >= 0 && index < WRITTEN.length ? WRITTEN[index] : bytes(day);
  }

  private static byte[] bytes(int day) {
    return date(day).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
