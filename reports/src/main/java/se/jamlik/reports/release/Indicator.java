package se.jamlik.reports.release;

/**
 * One row of table {@code indicator}: what an indicator means. Texts that the release leaves out
 * are empty.
 */
public record Indicator(
    String id,
    String nameInSwedish,
    String nameInEnglish,
    String questionInSwedish,
    String questionInEnglish,
    String numerator,
    String denominator,
    String unit,
    Direction direction,
    String source,
    String codeListStatus,
    String definitionVersion) {

  /** Whether every code that it stands on is verified; so it is without any code list. */
  public boolean hasVerifiedCodes() {
    return codeListStatus.isEmpty() || codeListStatus.equals("verified");
  }

  /** Which way is the good one. */
  public enum Direction {
    LOWER,
    HIGHER,
    NEUTRAL;

    static Direction named(String text) {
      return switch (text) {
        case "lower" -> LOWER;
        case "higher" -> HIGHER;
        default -> NEUTRAL;
      };
    }
  }
}
