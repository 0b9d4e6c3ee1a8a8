package se.jamlik.reports.page;

import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Indicator.Direction;

/**
 * Chooses the mark of a point from its judgement: filled is worse, hollow is better, a small dot is
 * no established difference.
 */
final class PointStyles {

  private PointStyles() {}

  static Style style(Verdict verdict, Direction direction) {
    boolean isHigher = verdict == Verdict.HIGHER;
    return switch (Tone.of(verdict, direction)) {
      case NONE -> Style.NO_DIFFERENCE;
      case NEUTRAL -> isHigher ? Style.HIGHER : Style.LOWER;
      case WORSE -> isHigher ? Style.WORSE_HIGHER : Style.WORSE_LOWER;
      case BETTER -> isHigher ? Style.BETTER_HIGHER : Style.BETTER_LOWER;
    };
  }
}
