package se.jamlik.reports.judge;

import se.jamlik.reports.release.Indicator.Direction;

/** Whether an established difference is for the better, for the worse, or only a difference. */
public enum Tone {
  BETTER,
  WORSE,
  NEUTRAL,
  NONE;

  /** Prevalence has no good direction: how ill people are is not a judgement of anyone. */
  public static Tone of(Verdict verdict, Direction direction) {
    if (!verdict.isEstablished()) {
      return NONE;
    }
    if (direction == Direction.NEUTRAL) {
      return NEUTRAL;
    }
    boolean isGood = (verdict == Verdict.HIGHER) == (direction == Direction.HIGHER);
    return isGood ? BETTER : WORSE;
  }
}
