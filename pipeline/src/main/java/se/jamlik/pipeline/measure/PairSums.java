package se.jamlik.pipeline.measure;

import java.util.Optional;

/**
 * The counts that tell whether two conditions meet more often than by chance.
 *
 * @param both persons with both conditions
 * @param withA persons with the first
 * @param withB persons with the second
 * @param population all persons
 */
public record PairSums(Counted both, Counted withA, Counted withB, Counted population) {

  /** Persons who would have both if the conditions had nothing to do with each other. */
  public double expected() {
    return withA.sum() * withB.sum() / population.sum();
  }

  /**
   * Observed over expected, with the interval of a ratio of Poisson counts of which the expected
   * one is taken as fixed (measures.md section 4). Nobody may be missing from {@link #expected}.
   *
   * <p>Source: Breslow and Day, Statistical Methods in Cancer Research, volume II, 1987, section
   * 2.3, where the ratio is that of observed to expected deaths.
   *
   * @param limits of the observed count
   */
  public Estimate lift(PoissonLimits limits) {
    double expected = expected();
    Interval interval = limits.of(both.persons()).map(limit -> limit / expected);
    double variance = both.sum() / (expected * expected);
    return new Estimate(both.sum() / expected, Optional.of(variance), Optional.of(interval), 0);
  }
}
