package se.jamlik.reports.release;

import java.util.Optional;

/**
 * One row of table {@code signal}: a municipality held against the whole, or the course of a place
 * over the years.
 *
 * @param period of a trend its first and last year
 * @param numbers nothing where the release shows none
 */
public record Signal(
    String indicator, String period, String area, Kind kind, Optional<Numbers> numbers) {

  /** What is held against what. */
  public enum Kind {
    FUNNEL,
    TREND
  }

  /**
   * The numbers of a row that is shown.
   *
   * @param value of the place, or the slope of the logarithm per year
   * @param limits95 of a funnel around the reference, of a trend around the value; and so limits998
   * @param verdict as the release spells it
   */
  public record Numbers(
      double value, double reference, Interval limits95, Interval limits998, String verdict) {}
}
