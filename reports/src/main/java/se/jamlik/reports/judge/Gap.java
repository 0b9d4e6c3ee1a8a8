package se.jamlik.reports.judge;

import java.util.Optional;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;

/**
 * The gap between two groups that share nobody, such as lowest and highest income: how much more
 * (difference) and how many times as much (ratio). Both are empty when either group's value or
 * interval is not shown, so that nothing hidden can be worked out from a gap.
 */
public record Gap(Optional<Estimate> difference, Optional<Estimate> ratio, Verdict verdict) {

  private static final Gap UNKNOWN =
      new Gap(Optional.empty(), Optional.empty(), Verdict.TOO_FEW_TO_SAY);

  /** The gap from one group down to another: first minus last, first divided by last. */
  public static Gap between(Cell first, Cell last) {
    if (first.interval().isEmpty() || last.interval().isEmpty()) {
      return UNKNOWN;
    }
    double a = first.value().orElseThrow();
    double b = last.value().orElseThrow();
    Interval inA = first.interval().get();
    Interval inB = last.interval().get();
    Estimate difference = difference(a, inA, b, inB);
    return new Gap(
        Optional.of(difference),
        ratio(a, inA, b, inB),
        Verdict.of(difference.interval().orElseThrow(), 0));
  }

  /**
   * Variance recovered from the two intervals (Zou and Donner, Statistics in Medicine
   * 2008;27:1693).
   */
  private static Estimate difference(double a, Interval inA, double b, Interval inB) {
    double below = Math.hypot(a - inA.low(), inB.high() - b);
    double above = Math.hypot(inA.high() - a, b - inB.low());
    return Estimate.of(a - b, a - b - below, a - b + above);
  }

  /**
   * The same for a ratio (Donner and Zou, Statistical Methods in Medical Research 2012;21:347);
   * none when the divisor's interval reaches zero.
   */
  private static Optional<Estimate> ratio(double a, Interval inA, double b, Interval inB) {
    if (b <= 0 || inB.low() <= 0 || inA.low() < 0) {
      return Optional.empty();
    }
    double low = ratioLimit(a, inA.low(), b, inB.high(), -1);
    double high = ratioLimit(a, inA.high(), b, inB.low(), 1);
    boolean isUsable = Double.isFinite(low) && Double.isFinite(high);
    return isUsable ? Optional.of(Estimate.of(a / b, low, high)) : Optional.empty();
  }

  private static double ratioLimit(double a, double limitA, double b, double limitB, int side) {
    double inside = a * b * a * b - limitA * (2 * a - limitA) * limitB * (2 * b - limitB);
    double divisor = limitB * (2 * b - limitB);
    return divisor <= 0 ? Double.NaN : (a * b + side * Math.sqrt(inside)) / divisor;
  }
}
