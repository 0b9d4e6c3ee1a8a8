package se.jamlik.pipeline.measure;

import java.util.Optional;

/** Intervals of ratios of two sums over persons, of which means are the case y = 1. */
public final class Ratios {
  /** What is left below this share of its terms is what rounding left, and nothing else. */
  private static final double ROUNDING = 1e-12;

  private Ratios() {}

  /**
   * The variance of R = sum of x / sum of y with persons as the independent units: n/(n-1) times
   * the sum of (x - R y) squared, over the sum of y squared. Nothing when n is 1.
   *
   * <p>Source: Cochran, Sampling Techniques, 3rd edition 1977, equation 6.13 (without the finite
   * population correction).
   */
  public static Optional<Double> variance(Sums sums) {
    Squares squares = sums.squares();
    double rows = squares.rows();
    if (rows <= 1) {
      return Optional.empty();
    }
    double ratio = sums.value();
    double terms = squares.numerator() + ratio * ratio * squares.denominator();
    double residual = terms - 2 * ratio * squares.product();
    double total = sums.denominator().sum();
    double variation = residual < ROUNDING * terms ? 0 : residual;
    return Optional.of(rows / (rows - 1) * variation / (total * total));
  }

  /** The normal interval of a value; the lower limit is not below 0. */
  public static Interval normal(double value, double variance, double z) {
    double distance = z * Math.sqrt(variance);
    return new Interval(Math.max(value - distance, 0), value + distance);
  }
}
