package se.jamlik.reports.release;

import java.util.Optional;

/** A value that may be shown, with its interval where the statistic has one (shares have none). */
public record Estimate(double value, Optional<Interval> interval) {

  public static Estimate of(double value, double low, double high) {
    return new Estimate(value, Optional.of(new Interval(low, high)));
  }

  public static Estimate of(double value) {
    return new Estimate(value, Optional.empty());
  }
}
