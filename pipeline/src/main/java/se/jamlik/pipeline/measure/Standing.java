package se.jamlik.pipeline.measure;

import java.util.Objects;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * How sure an area's value is, to tell whether it differs from what it is held against. Limits
 * around the reference cannot tell: that of no event at all lies above 0, so that a place with none
 * of the one event that was to be expected would always stand out.
 *
 * <p>Source: the significance of PHEindicatormethods 2.1.0, assign_funnel_significance.
 *
 * @param of95 the value's own interval of 95 percent, in its unit
 * @param of998 that of 99.8 percent
 */
record Standing(Interval of95, Interval of998) {

  /** Nothing where the value's standard error is not known, and for shares. */
  static Optional<Standing> of(IndicatorValue value) {
    return interval(value, Interval.Z)
        .flatMap(
            inner -> interval(value, FunnelLimits.Z_998).map(outer -> new Standing(inner, outer)));
  }

  /** Wilson's for proportions, exact Poisson for rates, normal for ratios and means. */
  private static Optional<Interval> interval(IndicatorValue value, double z) {
    IndicatorDefinition indicator = value.source().indicator();
    double count = Objects.requireNonNull(value.numerator());
    double denominator = Objects.requireNonNull(value.denominator());
    double share = count / denominator;
    Optional<Interval> interval =
        switch (indicator.kind()) {
          case PROPORTION ->
              Optional.of(
                  changed(
                      value,
                      Proportions.wilson(count, denominator, z),
                      share * (1 - share) / denominator,
                      z));
          case RATE ->
              Optional.of(
                  changed(
                      value,
                      Counts.exact(count, z).map(limit -> limit / denominator),
                      share / denominator,
                      z));
          case RATIO, MEAN ->
              Optional.ofNullable(value.error())
                  .map(error -> error / indicator.multiplier())
                  .map(error -> Ratios.normal(share, error * error, z));
          case SHARE -> Optional.empty();
        };
    return interval.map(of -> of.map(limit -> limit * indicator.multiplier()));
  }

  /** With what the change of counts adds to the standard error of a shown value. */
  private static Interval changed(
      IndicatorValue value, Interval chance, double variance, double z) {
    double share =
        Objects.requireNonNull(value.numerator()) / Objects.requireNonNull(value.denominator());
    double error = Objects.requireNonNull(value.error()) / value.source().indicator().multiplier();
    double change = z * Math.sqrt(Math.max(0, error * error - variance));
    return new Interval(
        share - Math.hypot(share - chance.low(), change),
        share + Math.hypot(chance.high() - share, change));
  }

  /** Whether above is good is not said here; a reference on a limit is within it. */
  String verdict(double reference) {
    if (of95.low() == of95.high()) {
      return "not_judged";
    }
    if (of998.low() > reference) {
      return "above_998";
    }
    if (of998.high() < reference) {
      return "below_998";
    }
    if (of95.low() > reference) {
      return "above_95";
    }
    return of95.high() < reference ? "below_95" : "within";
  }
}
