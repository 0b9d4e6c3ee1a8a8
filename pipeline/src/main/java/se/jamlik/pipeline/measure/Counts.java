package se.jamlik.pipeline.measure;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Intervals of counts of events that are taken to follow a Poisson distribution, in events. A count
 * need not be whole: a shown count may be scaled.
 */
public final class Counts {
  /** From this count on Byar's approximation is used (measures.md section 4). */
  public static final double FROM_BYAR = 10;

  private static final double QUANTILE_ACCURACY = 1e-13;

  private Counts() {}

  /** Exact below ten, Byar's from ten on. */
  public static Interval poisson(double count, double z) {
    return count < FROM_BYAR ? exact(count, z) : byar(count, z);
  }

  /**
   * Byar's approximation; the upper limit starts from count + 1. A negative lower limit, which
   * small counts give, is cut at 0.
   *
   * <p>Source: Breslow and Day, Statistical Methods in Cancer Research, volume II, 1987, page 69.
   */
  public static Interval byar(double count, double z) {
    double next = count + 1;
    double low =
        count == 0 ? 0 : count * Math.pow(1 - 1 / (9 * count) - z / (3 * Math.sqrt(count)), 3);
    double high = next * Math.pow(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)), 3);
    return new Interval(Math.max(low, 0), high);
  }

  /**
   * Exact limits by quantiles of the chi-square distribution; the lower limit of 0 is 0.
   *
   * <p>Source: Garwood, Fiducial limits for the Poisson distribution, Biometrika 1936;28:437-442.
   */
  public static Interval exact(double count, double z) {
    double tail = new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
    double low = count == 0 ? 0 : quantile(tail, 2 * count) / 2;
    double high = quantile(1 - tail, 2 * count + 2) / 2;
    return new Interval(low, high);
  }

  private static double quantile(double probability, double degreesOfFreedom) {
    return new ChiSquaredDistribution(null, degreesOfFreedom, QUANTILE_ACCURACY)
        .inverseCumulativeProbability(probability);
  }
}
