package se.jamlik.pipeline.measure;

import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * The course of a value over calendar years: the slope of its natural logarithm per year, by a
 * regression with weights one over the variance of the logarithm.
 *
 * <p>Source: Kim, Fay, Feuer and Midthune, Permutation tests for joinpoint regression with
 * applications to cancer rates, Statistics in Medicine 2000;19:335-351, with one line and with the
 * variances taken as known, so that the interval says what chance within the years leaves open.
 *
 * @param slope per year; 0.01 is about one percent more each year
 * @param error its standard error
 */
record Trend(double slope, double error) {

  /** A year's value and its standard error, both more than 0. */
  record Point(int year, double value, double error) {
    private double weight() {
      return Math.pow(value / error, 2);
    }
  }

  /**
   * The trend of at least two years.
   *
   * @param points in any order
   */
  static Trend of(List<Point> points) {
    double weights = points.stream().mapToDouble(Point::weight).sum();
    double middle =
        points.stream().mapToDouble(point -> point.weight() * point.year()).sum() / weights;
    double spread =
        points.stream()
            .mapToDouble(point -> point.weight() * Math.pow(point.year() - middle, 2))
            .sum();
    double product =
        points.stream()
            .mapToDouble(
                point -> point.weight() * (point.year() - middle) * FastMath.log(point.value()))
            .sum();
    return new Trend(product / spread, 1 / Math.sqrt(spread));
  }

  Interval limits(double z) {
    return new Interval(slope - z * error, slope + z * error);
  }
}
