package se.jamlik.pipeline.adapt;

import java.io.Serializable;

/**
 * Rows whose event lies in a month.
 *
 * @param municipality that delivered, or {@link #ALL} in tables that are not municipal
 * @param month months since year 0: twelve times the year and the month from 0
 */
public record MonthRows(String municipality, int month, long rows) implements Serializable {
  /** The deliverer of a table that is not municipal. */
  public static final String ALL = "all";

  /** The month as it stands in a table, such as 2026-10. */
  public static String inWords(int month) {
    return "%04d-%02d".formatted(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
  }
}
