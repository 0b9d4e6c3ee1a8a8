package se.jamlik.pipeline.vocabulary;

import java.time.LocalDate;

/**
 * Days as whole numbers since 1 January 1970, so that Spark and DuckDB compute with them alike.
 * Columns that hold such a number end in {@code _day}.
 */
public final class Days {
  private Days() {}

  public static int of(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  public static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
