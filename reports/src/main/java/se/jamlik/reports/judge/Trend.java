package se.jamlik.reports.judge;

import java.util.List;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Interval;

/**
 * The development over calendar years: a straight line through the logarithms of the values,
 * weighted by their precision. Years that are preliminary, hidden or have a short look-back do not
 * count, and fewer than {@value #FEWEST_YEARS} years say nothing.
 */
public record Trend(Verdict verdict, int firstYear, int lastYear, double percentAYear) {

  /**
   * Two points always make a line and three nearly do; four years are the least that can contradict
   * one.
   */
  private static final int FEWEST_YEARS = 4;

  /** The 97.5th percentile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /** The 97.5th percentiles of Student's t for 1, 2, ... degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228
  };

  private static final Trend UNKNOWN = new Trend(Verdict.TOO_FEW_TO_SAY, 0, 0, 0);

  /** One calendar year and its cell. */
  public record Year(int year, Cell cell) {

    private boolean counts() {
      boolean isPositive = cell.value().orElse(0.0) > 0;
      boolean hasWidth = cell.interval().map(Interval::high).orElse(0.0) > cell.value().orElse(0.0);
      return isPositive && hasWidth && !cell.isPreliminary() && !cell.hasShortLookBack();
    }

    private double logValue() {
      return Math.log(cell.value().orElseThrow());
    }

    /** One over the variance of the logarithm. */
    private double weight() {
      Interval interval = cell.interval().orElseThrow();
      double standardError = (interval.high() - interval.low()) / (2 * Z);
      double relative = cell.value().orElseThrow() / standardError;
      return relative * relative;
    }
  }

  /** The cells of the years that a trend stands on. */
  public static List<Cell> counted(List<Year> years) {
    return years.stream().filter(Year::counts).map(Year::cell).toList();
  }

  public static Trend of(List<Year> years) {
    List<Year> usable = years.stream().filter(Year::counts).toList();
    if (usable.size() < FEWEST_YEARS) {
      return UNKNOWN;
    }
    double weights = usable.stream().mapToDouble(Year::weight).sum();
    double meanYear = usable.stream().mapToDouble(y -> y.weight() * y.year()).sum() / weights;
    double meanLog = usable.stream().mapToDouble(y -> y.weight() * y.logValue()).sum() / weights;
    double spread =
        usable.stream().mapToDouble(y -> y.weight() * square(y.year() - meanYear)).sum();
    double slope =
        usable.stream()
                .mapToDouble(y -> y.weight() * (y.year() - meanYear) * (y.logValue() - meanLog))
                .sum()
            / spread;
    double residuals =
        usable.stream()
            .mapToDouble(
                y -> y.weight() * square(y.logValue() - meanLog - slope * (y.year() - meanYear)))
            .sum();
    double half = halfWidth(residuals, usable.size() - 2, spread);
    return new Trend(
        Verdict.of(new Interval(slope - half, slope + half), 0),
        usable.get(0).year(),
        usable.get(usable.size() - 1).year(),
        100 * Math.expm1(slope));
  }

  /**
   * When the years scatter more than chance allows, the scatter itself sets the width, with
   * Student's t for the few years.
   */
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
