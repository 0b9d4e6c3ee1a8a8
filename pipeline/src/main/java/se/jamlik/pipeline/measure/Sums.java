package se.jamlik.pipeline.measure;

import java.io.Serializable;

/**
 * Everything that one indicator's values, intervals and disclosure control need to know of one
 * group.
 *
 * @param start those resident at the start, where the denominator is the mean population
 * @param end those resident at the end, where the denominator is the mean population
 */
public record Sums(
    Counted numerator, Counted denominator, Counted start, Counted end, Squares squares)
    implements Serializable {

  /** Numerator over denominator, before the multiplier. */
  public double value() {
    return numerator.sum() / denominator.sum();
  }

  public boolean isEmpty() {
    return denominator.sum() == 0;
  }

  /** Whether the denominator is half the sum of those resident at the start and at the end. */
  public boolean isPerMeanPopulation() {
    return start.persons() + end.persons() > 0;
  }

  /** The same group with other sums; the squares follow in proportion. */
  public Sums shownAs(Counted shownNumerator, Counted shownDenominator) {
    return new Sums(
        shownNumerator,
        shownDenominator,
        start,
        end,
        squares.scaled(factor(numerator, shownNumerator), factor(denominator, shownDenominator)));
  }

  private static double factor(Counted exact, Counted shown) {
    return exact.sum() == 0 ? 1 : shown.sum() / exact.sum();
  }
}
