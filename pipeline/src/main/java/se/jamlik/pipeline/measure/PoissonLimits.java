package se.jamlik.pipeline.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Limits of 95 percent of counts, each of which is sought but once: among tens of thousands of
 * pairs of conditions the same counts come again and again.
 */
public final class PoissonLimits {
  private final Map<Long, Interval> known = new HashMap<>();
  private final DoubleFunction<Interval> limits;

  private PoissonLimits(DoubleFunction<Interval> limits) {
    this.limits = limits;
  }

  /** Exact limits, however large the count. */
  public PoissonLimits() {
    this(count -> Counts.exact(count, Interval.Z));
  }

  /** As for rates: exact below ten, Byar's from ten on, which take no time at all. */
  public static PoissonLimits asForRates() {
    return new PoissonLimits(count -> Counts.poisson(count, Interval.Z));
  }

  public Interval of(long count) {
    return known.computeIfAbsent(count, absent -> limits.apply((double) absent));
  }
}
