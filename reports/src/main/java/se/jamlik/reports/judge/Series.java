package se.jamlik.reports.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Which years of a series may be held against each other. A year that stands on data that a check
 * has warned of, beside years that do not, breaks the series: before, in and after it the registers
 * may have held different things. Years that are all warned of, or none, are one series.
 *
 * @param years the longest run of comparable years, the newest of equally long ones
 * @param isBroken whether comparable years were left out of the run
 */
record Series<Y>(List<Y> years, boolean isBroken) {

  /**
   * The series of some years in order.
   *
   * @param hasWarning whether a year stands on data that a check has warned of
   */
  static <Y> Series<Y> of(List<Y> years, Predicate<Y> hasWarning) {
    List<Y> longest = List.of();
    List<Y> run = new ArrayList<>();
    for (Y year : years) {
      if (!run.isEmpty() && hasWarning.test(year) != hasWarning.test(run.get(0))) {
        run = new ArrayList<>();
      }
      run.add(year);
      if (run.size() >= longest.size()) {
        longest = List.copyOf(run);
      }
    }
    return new Series<>(longest, longest.size() < years.size());
  }

  /** What may be said when the run is too short: that it is broken, if that is why. */
  Verdict verdictOfTooFew(int all, int fewest) {
    return isBroken && all >= fewest ? Verdict.SERIES_BREAK : Verdict.TOO_FEW_TO_SAY;
  }

  int first(ToIntFunction<Y> year) {
    return year.applyAsInt(years.get(0));
  }

  int last(ToIntFunction<Y> year) {
    return year.applyAsInt(years.get(years.size() - 1));
  }
}
