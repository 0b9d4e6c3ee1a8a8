package se.jamlik.pipeline.measure;

import java.io.Serializable;

/**
 * What the variance of a ratio of sums needs besides the sums themselves, over the rows of a group
 * whose numerator x or denominator y is not 0.
 *
 * @param rows their number
 * @param numerator the sum of x squared
 * @param product the sum of x times y
 * @param denominator the sum of y squared
 */
public record Squares(double rows, double numerator, double product, double denominator)
    implements Serializable {

  static final Squares NONE = new Squares(0, 0, 0, 0);

  /**
   * The squares that belong to sums of which each is multiplied by a factor. Multiplying the
   * product by the geometric mean keeps every sum of (x - r y) squared from falling below 0.
   */
  public Squares scaled(double numeratorFactor, double denominatorFactor) {
    return new Squares(
        rows * denominatorFactor,
        numerator * numeratorFactor,
        product * Math.sqrt(numeratorFactor * denominatorFactor),
        denominator * denominatorFactor);
  }
}
