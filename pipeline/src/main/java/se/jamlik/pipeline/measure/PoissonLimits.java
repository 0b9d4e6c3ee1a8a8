package se.jamlik.pipeline.measure;

import java.util.HashMap;
import java.util.Map;

/**
 * Exact limits of counts, each of which is sought but once: among tens of thousands of pairs of
 * conditions the same counts come again and again.
 */
public final class PoissonLimits {
  private final Map<Long, Interval> known = new HashMap<>();

  /** Exact limits of 95 percent, however large the count. */
  public Interval of(long count) {
    return known.computeIfAbsent(count, absent -> Counts.exact(absent, Interval.Z));
  }
}
