package se.jamlik.pipeline.protect;

import java.util.Optional;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.Settings;

/** When shown counts are too few to be shown (measures.md section 5); counts are of persons. */
record Thresholds(Settings.Protect rules) {
  /** Means, costs and shares need as many persons. */
  private static final long FEWEST_BEHIND_A_MEAN = 10;

  /** Whether a shown count is one of those that are printed as less than the smallest. */
  boolean isSmall(long shownPersons) {
    return shownPersons > 0 && shownPersons < rules.smallestShown();
  }

  String smallReason() {
    return "<" + rules.smallestShown();
  }

  /** Why a group's value is hidden, judged by what would be shown alone; empty when it is not. */
  Optional<String> whyHidden(Kind kind, Sums shown) {
    if (isSmall(shown.numerator().persons()) || isSmall(shown.denominator().persons())) {
      return Optional.of(smallReason());
    }
    if (shown.denominator().sum() < rules.smallestDenominator()) {
      return Optional.of("denominator under " + rules.smallestDenominator());
    }
    boolean isMean = kind == Kind.MEAN || kind == Kind.SHARE;
    if (isMean && shown.denominator().persons() < FEWEST_BEHIND_A_MEAN) {
      return Optional.of("fewer than %d persons".formatted(FEWEST_BEHIND_A_MEAN));
    }
    return Optional.empty();
  }
}
