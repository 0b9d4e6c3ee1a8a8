package se.jamlik.pipeline.protect;

import java.util.Optional;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.GroupSums;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ProtectionRules;

/** When shown counts are too few to be shown (measures.md section 5); counts are of persons. */
record Thresholds(ProtectionRules rules) {
  /** Means, costs and shares need as many persons. */
  static final long FEWEST_BEHIND_A_MEAN = 10;

  /** Two persons with more of a cost than this would know much of each other. */
  private static final double MOST_OF_TWO = 0.9;

  /** Whether a shown count is one of those that are printed as less than the smallest. */
  boolean isSmall(long shownPersons) {
    return shownPersons > 0 && shownPersons < rules.smallestShown();
  }

  String smallReason() {
    return "<" + rules.smallestShown();
  }

  /** Why a shown denominator is too small for any value; empty when it is not. */
  Optional<String> whyTooSmall(Counted denominator) {
    return denominator.sum() < rules.smallestDenominator()
        ? Optional.of("denominator under " + rules.smallestDenominator())
        : Optional.empty();
  }

  /** Why a sum of costs is hidden that two persons have nearly all of; empty when it is not. */
  Optional<String> whyDominated(GroupSums exact) {
    return isOfTwo(exact)
        ? Optional.of("two persons have more than 90 % of the cost")
        : Optional.empty();
  }

  /** Why a cell's value is hidden; empty when it is not. */
  Optional<String> whyHidden(IndicatorCell cell, Sums shown) {
    return whyHidden(cell.indicator().kind(), shown).or(() -> whyDominated(cell.sums()));
  }

  /** The two with most are among those at the top, so that the top is judged with the whole. */
  private static boolean isOfTwo(GroupSums exact) {
    return exact.twoLargest() > MOST_OF_TWO * exact.total().numerator().sum();
  }

  /** Why a group's value is hidden, judged by what would be shown alone; empty when it is not. */
  Optional<String> whyHidden(Kind kind, Sums shown) {
    if (isSmall(shown.numerator().persons()) || isSmall(shown.denominator().persons())) {
      return Optional.of(smallReason());
    }
    Optional<String> whyTooSmall = whyTooSmall(shown.denominator());
    if (whyTooSmall.isPresent()) {
      return whyTooSmall;
    }
    long persons =
        switch (kind) {
          case MEAN -> shown.denominator().persons();
          case SHARE -> Math.min(shown.numerator().persons(), shown.denominator().persons());
          case PROPORTION, RATE, RATIO -> FEWEST_BEHIND_A_MEAN;
        };
    if (persons < FEWEST_BEHIND_A_MEAN) {
      return Optional.of(fewReason());
    }
    return Optional.empty();
  }

  /** Why a value that rests on a sum over few persons is hidden. */
  static String fewReason() {
    return "fewer than %d persons".formatted(FEWEST_BEHIND_A_MEAN);
  }
}
