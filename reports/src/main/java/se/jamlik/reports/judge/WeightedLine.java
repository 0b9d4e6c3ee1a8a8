package se.jamlik.reports.judge;

import java.util.List;
import se.jamlik.reports.release.Interval;

/**
 * A straight line through the values of years, weighted by their precision, with the interval of
 * its slope. When the years scatter more than chance allows, the scatter itself sets the width.
 *
 * @param slope per year
 */
record WeightedLine(double slope, Interval interval) {

  /** The 97.5th percentile of the normal distribution. */
  static final double Z = 1.959963984540054;

  /** The 97.5th percentiles of Student's t for 1, 2, ... degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  /** The value of a year and its standard error. */
  record Point(int year, double value, double error) {

    private double weight() {
      return 1 / (error * error);
    }
  }

  /** The line through three points or more with known errors. */
  static WeightedLine through(List<Point> points) {
    double weights = points.stream().mapToDouble(Point::weight).sum();
    double meanYear = points.stream().mapToDouble(p -> p.weight() * p.year()).sum() / weights;
    double meanValue = mean(points);
    double spread =
        points.stream().mapToDouble(p -> p.weight() * square(p.year() - meanYear)).sum();
    double slope =
        points.stream()
                .mapToDouble(p -> p.weight() * (p.year() - meanYear) * (p.value() - meanValue))
                .sum()
            / spread;
    double residuals =
        points.stream()
            .mapToDouble(
                p -> p.weight() * square(p.value() - meanValue - slope * (p.year() - meanYear)))
            .sum();
    double half = halfWidth(residuals, points.size() - 2, spread);
    return new WeightedLine(slope, new Interval(slope - half, slope + half));
  }

  /** The mean of the years, weighted by their precision. */
  static double mean(List<Point> points) {
    double weights = points.stream().mapToDouble(Point::weight).sum();
    return points.stream().mapToDouble(p -> p.weight() * p.value()).sum() / weights;
  }

  /** Student's t makes up for how few years there are. */
  private static double halfWidth(double residuals, int freedom, double spread) {
    double dispersion = residuals / freedom;
    if (dispersion <= 1) {
      return Z / Math.sqrt(spread);
    }
    double t = freedom <= T.length ? T[freedom - 1] : Z * (1 + 1.5 / freedom);
    return t * Math.sqrt(dispersion / spread);
  }

  private static double square(double x) {
    return x * x;
  }
}
