package se.jamlik.reports.judge;

/** Where a value stands against the limits of a funnel. Whether above is good is not said here. */
public enum Standing {
  ABOVE_998,
  ABOVE_95,
  WITHIN,
  BELOW_95,
  BELOW_998,
  UNKNOWN;

  /** The standing as table {@code signal} spells it; anything unknown is no judgement. */
  public static Standing named(String verdict) {
    return switch (verdict) {
      case "above_998" -> ABOVE_998;
      case "above_95" -> ABOVE_95;
      case "within" -> WITHIN;
      case "below_95" -> BELOW_95;
      case "below_998" -> BELOW_998;
      default -> UNKNOWN;
    };
  }

  /** Whether chance gives so much hardly ever: once in five hundred. */
  public boolean isFarOut() {
    return this == ABOVE_998 || this == BELOW_998;
  }

  /** What may be said of it: only what lies outside the outer limits is a difference. */
  public Verdict verdict() {
    return switch (this) {
      case ABOVE_998 -> Verdict.HIGHER;
      case BELOW_998 -> Verdict.LOWER;
      case ABOVE_95, WITHIN, BELOW_95 -> Verdict.NO_ESTABLISHED_DIFFERENCE;
      case UNKNOWN -> Verdict.TOO_FEW_TO_SAY;
    };
  }
}
