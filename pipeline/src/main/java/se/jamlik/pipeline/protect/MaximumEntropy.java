package se.jamlik.pipeline.protect;

import java.util.Arrays;

/**
 * The distribution of changes with the most entropy among those on given whole numbers that have
 * mean 0 and a given variance: p(d) proportional to exp(a d + b d squared).
 *
 * <p>Source: Giessing, Computational issues in the design of transition probabilities and
 * disclosure risk estimation for additive noise, Privacy in Statistical Databases 2016, LNCS
 * 9867:237-251, section 3; a and b by Newton's method on the convex dual.
 */
final class MaximumEntropy {
  private static final int MOST_STEPS = 200;
  private static final double ACCURACY = 1e-14;

  private final int[] changes;
  private final double variance;
  private double a;
  private double b;

  private MaximumEntropy(int[] changes, double variance) {
    this.changes = changes.clone();
    this.variance = variance;
  }

  /** The probabilities of the changes, in their order. */
  static double[] probabilities(int[] changes, double variance) {
    return new MaximumEntropy(changes, variance).solved();
  }

  private double[] solved() {
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] p = current();
      double first = moment(p, 1);
      double second = moment(p, 2) - variance;
      if (Math.abs(first) < ACCURACY && Math.abs(second) < ACCURACY) {
        return p;
      }
      takeStep(p, first, second);
    }
    double[] p = current();
    if (Math.abs(moment(p, 1)) < 1e-9 && Math.abs(moment(p, 2) - variance) < 1e-9) {
      return p;
    }
    throw new IllegalArgumentException(
        "No distribution on %s has mean 0 and variance %s"
            .formatted(Arrays.toString(changes), variance));
  }

  private void takeStep(double[] p, double first, double second) {
    double mean = moment(p, 1);
    double square = moment(p, 2);
    double varianceOfFirst = square - mean * mean;
    double covariance = moment(p, 3) - mean * square;
    double varianceOfSecond = moment(p, 4) - square * square;
    double determinant = varianceOfFirst * varianceOfSecond - covariance * covariance;
    double stepOfA = (varianceOfSecond * first - covariance * second) / determinant;
    double stepOfB = (varianceOfFirst * second - covariance * first) / determinant;
    double startA = a;
    double startB = b;
    double before = dual();
    double length = 1;
    do {
      a = startA - length * stepOfA;
      b = startB - length * stepOfB;
      length /= 2;
    } while (dual() > before + ACCURACY && length > ACCURACY);
  }

  /** The logarithm of the sum of exp(a d + b d squared), less b times the variance: convex. */
  private double dual() {
    double largest = largestExponent();
    double sum = Arrays.stream(changes).mapToDouble(each -> weight(each, largest)).sum();
    return largest + Math.log(sum) - b * variance;
  }

  private double[] current() {
    double largest = largestExponent();
    double[] weights = Arrays.stream(changes).mapToDouble(each -> weight(each, largest)).toArray();
    double total = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / total).toArray();
  }

  /** Relative to the largest, so that no sum of weights is infinite or 0 on the way. */
  private double weight(int change, double largest) {
    return Math.exp(exponent(change) - largest);
  }

  private double largestExponent() {
    return Arrays.stream(changes).mapToDouble(this::exponent).max().orElseThrow();
  }

  private double exponent(int change) {
    return a * change + b * change * change;
  }

  private double moment(double[] p, int power) {
    double moment = 0;
    for (int i = 0; i < changes.length; i++) {
      moment += p[i] * Math.pow(changes[i], power);
    }
    return moment;
  }
}
