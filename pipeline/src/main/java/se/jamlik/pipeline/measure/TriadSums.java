package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Optional;

/**
 * The counts that tell whether three conditions meet more often than by chance.
 *
 * @param all persons with all three conditions
 * @param withEach persons with the first, the second and the third
 * @param population all persons
 */
public record TriadSums(Counted all, List<Counted> withEach, Counted population) {
  public TriadSums {
    withEach = List.copyOf(withEach);
  }

  /**
   * Persons who would have all three if the conditions had nothing to do with each other: the
   * population times the three shares of it.
   */
  public double expected() {
    double expected = population.sum();
    for (Counted with : withEach) {
      expected *= with.sum() / population.sum();
    }
    return expected;
  }

  /**
   * Observed over expected, with the interval of {@link PairSums#lift}.
   *
   * @param limits of the observed count
   */
  public Estimate lift(PoissonLimits limits) {
    double expected = expected();
    Interval interval = limits.of(all.persons()).map(limit -> limit / expected);
    double variance = all.sum() / (expected * expected);
    return new Estimate(all.sum() / expected, Optional.of(variance), Optional.of(interval), 0);
  }
}
