package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Within which limits a process varies that nothing special happens to: for series of a dozen
 * points or more, such as months; calendar years are too few (docs/decisions/11).
 *
 * <p>Source: Montgomery, Introduction to Statistical Quality Control, 8th edition, chapters 6 and
 * 7; the constants of individual values as in Making data count (NHS England).
 *
 * @param centre in the unit of the points
 * @param limits three standard deviations away
 */
public record ControlLimits(double centre, Interval limits) {
  /** Three standard deviations in mean moving ranges: 3/1.128, as rounded by the source. */
  private static final double RANGES_TO_LIMIT = 2.66;

  /** From how many mean moving ranges on a single range is an outlier. */
  private static final double RANGES_TO_OUTLIER = 3.267;

  private static final double DEVIATIONS = 3;

  /**
   * Of individual values by their moving ranges (XmR).
   *
   * @param values in the order of time, two or more
   * @param isScreened whether ranges that are outliers are left out, once
   */
  public static ControlLimits ofIndividuals(List<Double> values, boolean isScreened) {
    List<Double> ranges =
        IntStream.range(1, values.size())
            .mapToObj(i -> Math.abs(values.get(i) - values.get(i - 1)))
            .toList();
    double mean = mean(ranges);
    double screened =
        isScreened
            ? mean(ranges.stream().filter(range -> range < RANGES_TO_OUTLIER * mean).toList())
            : mean;
    double centre = mean(values);
    return new ControlLimits(centre, around(centre, RANGES_TO_LIMIT * screened));
  }

  /**
   * Of one point's share of its denominator (p chart), between 0 and 1.
   *
   * @param share of all points together
   */
  public static ControlLimits ofShare(double share, double denominator) {
    double deviation = Math.sqrt(share * (1 - share) / denominator);
    return new ControlLimits(share, around(share, DEVIATIONS * deviation).cutAt(0, 1));
  }

  /**
   * Of one point's events per exposure (u chart); with an exposure of 1 of its number of events (c
   * chart). Not below 0.
   *
   * @param rate of all points together
   */
  public static ControlLimits ofRate(double rate, double exposure) {
    double deviation = Math.sqrt(rate / exposure);
    return new ControlLimits(
        rate, around(rate, DEVIATIONS * deviation).cutAt(0, Double.POSITIVE_INFINITY));
  }

  /** Whether chance alone hardly gives the value. */
  public boolean isLeftBy(double value) {
    return value < limits.low() || value > limits.high();
  }

  private static Interval around(double centre, double distance) {
    return new Interval(centre - distance, centre + distance);
  }

  /** Not a number for no values. */
  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }
}
