package se.jamlik.pipeline.measure;

import java.util.Optional;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * Within which limits a municipality's value lies by chance alone if its people are as those it is
 * held against (measures.md section 4).
 *
 * @param of95 in 95 cases of 100
 * @param of998 in 998 cases of 1 000
 */
public record FunnelLimits(Interval of95, Interval of998) {
  /** The normal quantile of a two-sided interval of 99.8 percent. */
  static final double Z_998 = 3.090232306167813;

  /**
   * For proportions Wilson's limits at the reference, for rates exact Poisson limits of the events
   * that the reference would give, for ratios and means normal limits with the municipality's own
   * standard error; none where that is not known, and for shares. All before the multiplier.
   *
   * <p>Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in
   * Medicine 2005;24:1185-1202.
   *
   * @param reference what the municipality is held against
   * @param denominator of the municipality, more than 0
   * @param error the standard error of the municipality's value, where it is known
   */
  public static Optional<FunnelLimits> of(
      Kind kind, double reference, double denominator, Optional<Double> error) {
    double expected = reference * denominator;
    return switch (kind) {
      case PROPORTION ->
          Optional.of(
              new FunnelLimits(
                  Proportions.wilson(expected, denominator, Interval.Z),
                  Proportions.wilson(expected, denominator, Z_998)));
      case RATE ->
          Optional.of(
              new FunnelLimits(Counts.exact(expected, Interval.Z), Counts.exact(expected, Z_998))
                  .times(1 / denominator));
      case RATIO, MEAN ->
          error.map(
              known ->
                  new FunnelLimits(
                      Ratios.normal(reference, known * known, Interval.Z),
                      Ratios.normal(reference, known * known, Z_998)));
      case SHARE -> Optional.empty();
    };
  }

  /** The limits in another unit. */
  public FunnelLimits times(double factor) {
    return new FunnelLimits(of95.map(limit -> limit * factor), of998.map(limit -> limit * factor));
  }

  /** Whether chance is not known, because all persons behind the value are alike. */
  boolean isNothing() {
    return of95.low() == of95.high();
  }
}
