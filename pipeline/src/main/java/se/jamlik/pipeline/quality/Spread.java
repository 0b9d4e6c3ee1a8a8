package se.jamlik.pipeline.quality;

import java.util.Arrays;
import java.util.List;

/**
 * How far counts usually lie from each other: their median, and the median absolute deviation from
 * it.
 */
record Spread(double median, double deviation) {
  /** Deviations that a usual count stays within (reliability: median ± 4 MAD of the last 30). */
  private static final int DEVIATIONS = 4;

  static Spread of(List<Long> counts) {
    double median = median(counts.stream().mapToDouble(Long::doubleValue).toArray());
    return new Spread(
        median, median(counts.stream().mapToDouble(count -> Math.abs(count - median)).toArray()));
  }

  /**
   * Whether the count lies further from the median than the counts usually do and than chance takes
   * a count: the root of the median is the standard deviation of a Poisson count.
   */
  boolean isFarFrom(long count) {
    return Math.abs(count - median) > DEVIATIONS * Math.max(deviation, Math.sqrt(median));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
