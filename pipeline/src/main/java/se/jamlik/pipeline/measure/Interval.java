package se.jamlik.pipeline.measure;

import java.util.function.DoubleUnaryOperator;

/** The two limits of a confidence interval, in the unit of the value they belong to. */
public record Interval(double low, double high) {
  /** The normal quantile of a two-sided interval of 95 percent (measures.md, first lines). */
  public static final double Z = 1.959963984540054;

  /** Both limits put through one increasing function. */
  public Interval map(DoubleUnaryOperator change) {
    return new Interval(change.applyAsDouble(low), change.applyAsDouble(high));
  }

  Interval cutAt(double least, double most) {
    return new Interval(Math.max(low, least), Math.min(high, most));
  }

  /**
   * The interval after an independent error of the given standard deviation has been added to the
   * value: the squares of the distances add, on each side by itself. With no error it is unchanged,
   * and for a normal interval it is the sum of the variances.
   *
   * <p>Source: Zou and Donner, Construction of confidence limits about effect measures: a general
   * approach, Statistics in Medicine 2008;27:1693-1702, equations 5 and 6.
   */
  public Interval widened(double value, double deviation) {
    double error = Z * deviation;
    return new Interval(
        value - Math.hypot(value - low, error), value + Math.hypot(high - value, error));
  }
}
