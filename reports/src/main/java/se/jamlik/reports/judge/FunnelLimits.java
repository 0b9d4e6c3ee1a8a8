package se.jamlik.reports.judge;

import java.util.Optional;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Interval;

/**
 * Between which values chance alone puts a share of a place of some size, were it like the whole:
 * Wilson's limits of 95 and 99.8 percent at the value of the whole, as in table {@code signal}.
 */
public record FunnelLimits(Interval of95, Interval of998) {

  private static final double Z_95 = 1.959963984540054;
  private static final double Z_998 = 3.090232306167813;

  /**
   * The limits in the unit of the reference.
   *
   * @param reference of the whole
   * @param per how many persons the unit counts: 100 of percent
   * @param persons of the place
   */
  public static FunnelLimits of(double reference, double per, double persons) {
    return new FunnelLimits(
        wilson(reference, per, persons, Z_95), wilson(reference, per, persons, Z_998));
  }

  /**
   * Where a value stands that has no row of its own in table {@code signal}. As there, it is the
   * value's own interval that must leave the reference out, not the limits that are drawn: nobody
   * of a few persons is no proof.
   */
  public static Standing standing(Cell cell, double reference, double per) {
    Optional<Interval> outer =
        cell.estimate().flatMap(estimate -> cell.denominator().flatMap(n -> outer(cell, per, n)));
    if (outer.isEmpty()) {
      return Standing.UNKNOWN;
    }
    Interval inner = cell.interval().orElseThrow();
    if (outer.get().isAbove(reference)) {
      return Standing.ABOVE_998;
    }
    if (outer.get().isBelow(reference)) {
      return Standing.BELOW_998;
    }
    if (inner.isAbove(reference)) {
      return Standing.ABOVE_95;
    }
    return inner.isBelow(reference) ? Standing.BELOW_95 : Standing.WITHIN;
  }

  /**
   * The interval of 99.8 percent of a value: Wilson's, made wider by what disclosure control adds,
   * which is what the release's own interval of 95 percent is wider than Wilson's.
   */
  private static Optional<Interval> outer(Cell cell, double per, double persons) {
    if (cell.interval().isEmpty() || persons <= 0) {
      return Optional.empty();
    }
    double value = cell.value().orElseThrow();
    Interval shown = cell.interval().get();
    Interval plain = wilson(value, per, persons, Z_95);
    Interval wide = wilson(value, per, persons, Z_998);
    double below = added(value - shown.low(), value - plain.low());
    double above = added(shown.high() - value, plain.high() - value);
    return Optional.of(
        new Interval(
            value - Math.hypot(value - wide.low(), below),
            value + Math.hypot(wide.high() - value, above)));
  }

  private static double added(double shown, double plain) {
    return Math.sqrt(Math.max(0, shown * shown - plain * plain)) * Z_998 / Z_95;
  }

  private static Interval wilson(double value, double per, double persons, double z) {
    double share = value / per;
    double square = z * z / persons;
    double middle = (share + square / 2) / (1 + square);
    double half =
        z / (1 + square) * Math.sqrt(share * (1 - share) / persons + square / (4 * persons));
    return new Interval(per * Math.max(0, middle - half), per * Math.min(1, middle + half));
  }
}
