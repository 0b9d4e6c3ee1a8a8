package se.jamlik.reports.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;

/**
 * How the gap between two groups that share nobody moves over the calendar years, in absolute and
 * in relative terms, which can move apart. Growing is away from no gap, whichever group has more.
 *
 * @param side which of the groups has more over the years together
 * @param difference whether it grows ({@code HIGHER}) or shrinks ({@code LOWER})
 * @param ratio the same for the ratio of the larger to the smaller
 */
public record GapCourse(
    Verdict side, Verdict difference, Verdict ratio, int firstYear, int lastYear) {

  /** One calendar year and the cells of the two groups. */
  public record Year(int year, Cell first, Cell last) {

    /** The gap itself, whichever of the groups has more. */
    public Gap gap() {
      return Gap.between(first, last);
    }

    private boolean counts() {
      boolean isFinal = !first.isPreliminary() && !last.isPreliminary();
      return isFinal
          && !first.hasShortLookBack()
          && !last.hasShortLookBack()
          && gap().difference().isPresent();
    }

    private boolean hasWarning() {
      return first.hasWarning() || last.hasWarning();
    }
  }

  public static GapCourse of(List<Year> years) {
    List<Year> usable = years.stream().filter(Year::counts).toList();
    Series<Year> series = Series.of(usable, Year::hasWarning);
    if (series.years().size() < Trend.FEWEST_YEARS) {
      Verdict why = series.verdictOfTooFew(usable.size(), Trend.FEWEST_YEARS);
      return new GapCourse(why, why, why, 0, 0);
    }
    List<WeightedLine.Point> differences = new ArrayList<>();
    List<WeightedLine.Point> ratios = new ArrayList<>();
    for (Year year : series.years()) {
      point(year.year(), year.gap().difference()).ifPresent(differences::add);
      logarithm(year.year(), year.gap().ratio()).ifPresent(ratios::add);
    }
    Verdict side = side(differences);
    return new GapCourse(
        side,
        moves(differences, side),
        moves(ratios, side),
        series.first(Year::year),
        series.last(Year::year));
  }

  /** Which group has more by the mean of the years, weighted by their precision. */
  private static Verdict side(List<WeightedLine.Point> differences) {
    if (differences.size() < Trend.FEWEST_YEARS) {
      return Verdict.TOO_FEW_TO_SAY;
    }
    double weights = differences.stream().mapToDouble(p -> 1 / (p.error() * p.error())).sum();
    double mean = WeightedLine.mean(differences);
    double half = WeightedLine.Z / Math.sqrt(weights);
    return Verdict.of(new Interval(mean - half, mean + half), 0);
  }

  /** A gap that is not established does not grow or shrink; below zero it shrinks upwards. */
  private static Verdict moves(List<WeightedLine.Point> points, Verdict side) {
    if (points.size() < Trend.FEWEST_YEARS) {
      return Verdict.TOO_FEW_TO_SAY;
    }
    if (!side.isEstablished()) {
      return side;
    }
    Verdict slope = Verdict.of(WeightedLine.through(points).interval(), 0);
    if (side == Verdict.HIGHER || !slope.isEstablished()) {
      return slope;
    }
    return slope == Verdict.HIGHER ? Verdict.LOWER : Verdict.HIGHER;
  }

  private static Optional<WeightedLine.Point> point(int year, Optional<Estimate> difference) {
    return difference
        .filter(known -> known.interval().isPresent())
        .map(known -> new WeightedLine.Point(year, known.value(), error(known)))
        .filter(point -> point.error() > 0);
  }

  private static Optional<WeightedLine.Point> logarithm(int year, Optional<Estimate> ratio) {
    return ratio
        .filter(known -> known.value() > 0)
        .filter(known -> known.interval().map(Interval::low).orElse(0.0) > 0)
        .map(
            known -> {
              Interval interval = known.interval().orElseThrow();
              double error =
                  (Math.log(interval.high()) - Math.log(interval.low())) / (2 * WeightedLine.Z);
              return new WeightedLine.Point(year, Math.log(known.value()), error);
            })
        .filter(point -> point.error() > 0);
  }

  private static double error(Estimate estimate) {
    Interval interval = estimate.interval().orElseThrow();
    return (interval.high() - interval.low()) / (2 * WeightedLine.Z);
  }
}
