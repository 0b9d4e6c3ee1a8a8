package se.jamlik.pipeline.measure;

import java.util.Optional;

/**
 * A value with its interval, before the multiplier.
 *
 * @param variance of the value by chance, the square of its standard error; none where there is no
 *     interval
 * @param interval none for shares and for ratios of a single row
 * @param leftOut groups of the standard population without anybody, 0 for a crude value
 */
public record Estimate(
    double value, Optional<Double> variance, Optional<Interval> interval, int leftOut) {

  /** The estimate whose value has an error of its own besides chance. */
  public Estimate withError(double deviation) {
    return new Estimate(
        value,
        variance.map(chance -> chance + deviation * deviation),
        interval.map(limits -> limits.widened(value, deviation)),
        leftOut);
  }

  Estimate withInterval(double chance, Interval limits) {
    return new Estimate(value, Optional.of(chance), Optional.of(limits), leftOut);
  }

  /** The interval held within what the kind allows: not below 0, a proportion not above 1. */
  public Estimate within(double most) {
    return new Estimate(value, variance, interval.map(limits -> limits.cutAt(0, most)), leftOut);
  }
}
