package se.jamlik.reports.judge;

import java.util.List;
import java.util.Optional;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.Signal;

/**
 * The course of the actual values as table {@code signal} tells it, in percent a year, said only
 * where all its years can be held against each other.
 *
 * @param change nothing where nothing may be said
 * @param of998 the interval of 99.8 percent
 */
public record ActualTrend(Verdict verdict, Optional<Estimate> change, Optional<Interval> of998) {

  /**
   * What a row of the release says of these years.
   *
   * @param years all calendar years in actual values
   */
  public static ActualTrend of(Optional<Signal> row, List<Trend.Year> years) {
    Optional<Signal.Numbers> numbers = row.flatMap(Signal::numbers);
    if (numbers.isEmpty()) {
      return unknown(Verdict.TOO_FEW_TO_SAY);
    }
    if (Trend.isBroken(years)) {
      return unknown(Verdict.SERIES_BREAK);
    }
    boolean isUnfinished =
        years.stream()
            .map(Trend.Year::cell)
            .anyMatch(cell -> cell.isPreliminary() || cell.hasShortLookBack());
    boolean isShort = years.size() < Trend.FEWEST_YEARS;
    return isUnfinished || isShort ? unknown(Verdict.TOO_FEW_TO_SAY) : shown(numbers.get());
  }

  private static ActualTrend unknown(Verdict why) {
    return new ActualTrend(why, Optional.empty(), Optional.empty());
  }

  private static ActualTrend shown(Signal.Numbers numbers) {
    Interval inner = percent(numbers.limits95());
    Verdict verdict =
        switch (numbers.verdict()) {
          case "rising" -> Verdict.HIGHER;
          case "falling" -> Verdict.LOWER;
          default -> Verdict.NO_ESTABLISHED_DIFFERENCE;
        };
    return new ActualTrend(
        verdict,
        Optional.of(Estimate.of(percent(numbers.value()), inner.low(), inner.high())),
        Optional.of(percent(numbers.limits998())));
  }

  private static Interval percent(Interval slopes) {
    return new Interval(percent(slopes.low()), percent(slopes.high()));
  }

  /** A step of the logarithm as a change in percent. */
  private static double percent(double slope) {
    return 100 * Math.expm1(slope);
  }
}
