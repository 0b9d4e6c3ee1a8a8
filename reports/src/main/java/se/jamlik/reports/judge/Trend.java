package se.jamlik.reports.judge;

import java.util.List;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Interval;

/**
 * The development over calendar years: a straight line through the logarithms of the values,
 * weighted by their precision. Years that are preliminary, hidden or have a short look-back do not
 * count, and fewer than {@value #FEWEST_YEARS} comparable years say nothing.
 */
public record Trend(Verdict verdict, int firstYear, int lastYear, double percentAYear) {

  /**
   * Two points always make a line and three nearly do; four years are the least that can contradict
   * one.
   */
  static final int FEWEST_YEARS = 4;

  /** One calendar year and its cell. */
  public record Year(int year, Cell cell) {

    private boolean counts() {
      boolean isPositive = cell.value().orElse(0.0) > 0;
      boolean hasWidth = cell.interval().map(Interval::high).orElse(0.0) > cell.value().orElse(0.0);
      return isPositive && hasWidth && !cell.isPreliminary() && !cell.hasShortLookBack();
    }

    /** The logarithm with its standard error. */
    private WeightedLine.Point point() {
      double value = cell.value().orElseThrow();
      Interval interval = cell.interval().orElseThrow();
      double error = (interval.high() - interval.low()) / (2 * WeightedLine.Z);
      return new WeightedLine.Point(year, Math.log(value), error / value);
    }
  }

  /** The cells of the years that a trend stands on. */
  public static List<Cell> counted(List<Year> years) {
    return years.stream().filter(Year::counts).map(Year::cell).toList();
  }

  public static Trend of(List<Year> years) {
    List<Year> usable = years.stream().filter(Year::counts).toList();
    Series<Year> series = Series.of(usable, year -> year.cell().hasWarning());
    if (series.years().size() < FEWEST_YEARS) {
      return new Trend(series.verdictOfTooFew(usable.size(), FEWEST_YEARS), 0, 0, 0);
    }
    WeightedLine line = WeightedLine.through(series.years().stream().map(Year::point).toList());
    return new Trend(
        Verdict.of(line.interval(), 0),
        series.first(Year::year),
        series.last(Year::year),
        100 * Math.expm1(line.slope()));
  }

  /** Whether the years cannot be held against each other, for what a check has warned of. */
  public static boolean isBroken(List<Year> years) {
    List<Year> shown = years.stream().filter(year -> year.cell().value().isPresent()).toList();
    return Series.of(shown, year -> year.cell().hasWarning()).isBroken();
  }
}
