package se.jamlik.reports.release;

/**
 * Whether a cell of the release may be printed. {@code ABSENT} is a cell that the release does not
 * hold at all.
 */
public enum Status {
  SHOWN,
  SUPPRESSED,
  NOT_COMPUTED,
  ABSENT;

  /** The status as the release spells it; anything unknown may not be printed. */
  static Status named(String text) {
    return switch (text) {
      case "shown" -> SHOWN;
      case "not_computed" -> NOT_COMPUTED;
      default -> SUPPRESSED;
    };
  }
}
