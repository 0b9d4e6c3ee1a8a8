package se.jamlik.pipeline.protect;

import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The sums of a group as they may be shown, and how unsure the change of the counts makes them.
 *
 * @param sums numerator and denominator as shown
 * @param numeratorError the variance that the change gives the numerator
 * @param denominatorError the variance that the change gives the denominator
 */
record ShownSums(Sums sums, double numeratorError, double denominatorError) {

  /** Changes the counts of persons; sums that are no plain counts follow in proportion. */
  static ShownSums of(Kind kind, Sums exact, PerturbationTable table) {
    Counted denominator =
        exact.isPerMeanPopulation()
            ? meanPopulation(exact, table)
            : shown(exact.denominator(), table);
    Counted numerator = shown(exact.numerator(), table);
    if (kind == Kind.PROPORTION || kind == Kind.SHARE) {
      numerator = atMost(numerator, denominator);
    }
    double denominatorError =
        exact.isPerMeanPopulation()
            ? (error(exact.start(), table) + error(exact.end(), table)) / 4
            : error(exact.denominator(), table);
    return new ShownSums(
        exact.shownAs(numerator, denominator), error(exact.numerator(), table), denominatorError);
  }

  /**
   * The standard deviation that the change gives numerator over denominator, from what is shown
   * alone: the variance of a ratio R = N/D of independent N and D is (var N + R squared var D) / D
   * squared.
   *
   * <p>Source: Cochran, Sampling Techniques, 3rd edition 1977, section 6.3 (the delta method).
   */
  double deviation() {
    return Math.sqrt(variance());
  }

  double variance() {
    double value = sums.value();
    double denominator = sums.denominator().sum();
    return (numeratorError + value * value * denominatorError) / (denominator * denominator);
  }

  /** A sum times the persons shown over the persons; a plain count becomes the persons shown. */
  static Counted shown(Counted exact, PerturbationTable table) {
    if (exact.persons() == 0) {
      return exact;
    }
    long persons = table.shown(exact);
    return new Counted(exact.sum() * persons / exact.persons(), persons, exact.key());
  }

  private static Counted meanPopulation(Sums exact, PerturbationTable table) {
    double sum = (shown(exact.start(), table).sum() + shown(exact.end(), table).sum()) / 2;
    return new Counted(sum, table.shown(exact.denominator()), exact.denominator().key());
  }

  private static Counted atMost(Counted numerator, Counted denominator) {
    return new Counted(
        Math.min(numerator.sum(), denominator.sum()),
        Math.min(numerator.persons(), denominator.persons()),
        numerator.key());
  }

  private static double error(Counted exact, PerturbationTable table) {
    double each = exact.persons() == 0 ? 1 : exact.sum() / exact.persons();
    return each * each * table.variance();
  }
}
