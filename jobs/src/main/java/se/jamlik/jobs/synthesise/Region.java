package se.jamlik.jobs.synthesise;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The invented region that is asked for.
 *
 * @param persons how many live in the six municipalities on 1 January of the first year
 * @param seed the same seed gives the same bytes, whatever the machine
 * @param fromYear first year of events and of 31 December rows
 * @param toYear last year of 31 December rows
 * @param asOf the day the deliveries are made; a few days' lag before it nothing has arrived yet
 */
public record Region(
    long persons, long seed, int fromYear, int toYear, LocalDate asOf, Format format, Faults faults)
    implements Serializable {

  /** In what form the tables are written. */
  public enum Format {
    CSV,
    PARQUET
  }

  /** Whether the deliveries are clean or as messy as deliveries are. */
  public enum Faults {
    NONE,
    TYPICAL
  }

  /** Refuses a region that cannot be. */
  public Region {
    if (persons < 100) {
      throw refusal("persons is " + persons, "at least 100");
    }
    if (toYear < fromYear) {
      throw refusal(
          "the last year " + toYear + " is before the first year " + fromYear, "from <= to");
    }
    if (asOf.isBefore(LocalDate.of(toYear + 1, 1, 5))) {
      throw refusal(
          "as-of " + asOf + " is before the last year's rows can be there",
          "5 January " + (toYear + 1) + " or later");
    }
    if (asOf.getYear() - fromYear > 20 || fromYear < 1990) {
      throw refusal(
          "the years " + fromYear + " to " + asOf.getYear() + " are too many",
          "at most 21, from 1990");
    }
    if (format == Format.PARQUET && faults == Faults.TYPICAL) {
      throw refusal(
          "the typical faults are faults of text files, and the format is parquet", "csv");
    }
  }

  /**
   * First day of care events. The look-back of the first measured period, fromYear + 1, is five
   * years, and a month more makes sure that some diagnosis is older than its first day.
   */
  LocalDate historyStart() {
    return LocalDate.of(fromYear - 4, 12, 1);
  }

  /** Last day of events: what is younger has not been delivered yet. */
  LocalDate lastDay() {
    return asOf.minusDays(3);
  }

  private static IllegalArgumentException refusal(String problem, String expected) {
    return new IllegalArgumentException(
        "Cannot make a region: " + problem + " (expected " + expected + "). Change the options.");
  }
}
