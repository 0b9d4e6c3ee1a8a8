package se.jamlik.pipeline.quality;

import se.jamlik.pipeline.vocabulary.QualityRule.Level;

/**
 * A count, judged.
 *
 * @param threshold the largest share that passes
 */
public record Result(Check check, Count count, Level level, double threshold) {

  /** How a check ends. */
  public enum Verdict {
    PASSED,
    /** Some rows break the rule, not too many of them. */
    PASSED_WITH_VIOLATIONS,
    FAILED,
    /** There is nothing to check. */
    NOT_APPLICABLE
  }

  /** Violated of total; of nothing there is no share. */
  public double share() {
    return (double) count.violated() / count.total();
  }

  public Verdict verdict() {
    if (count.total() == 0) {
      return Verdict.NOT_APPLICABLE;
    }
    if (share() > threshold) {
      return Verdict.FAILED;
    }
    return count.violated() == 0 ? Verdict.PASSED : Verdict.PASSED_WITH_VIOLATIONS;
  }

  public boolean hasFailed() {
    return verdict() == Verdict.FAILED;
  }

  /** Whether it has failed at a level that somebody must hear of. */
  public boolean isAlarm() {
    return hasFailed() && level != Level.NOTE;
  }
}
