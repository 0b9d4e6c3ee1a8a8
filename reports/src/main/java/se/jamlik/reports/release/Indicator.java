package se.jamlik.reports.release;

import java.util.List;

/**
 * One row of table {@code indicator}: what an indicator means. Texts that the release leaves out
 * are empty.
 *
 * @param tables names, in the contract, of the delivered tables that it stands on
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
    String definitionVersion,
    List<String> tables) {

  /** An indicator of a release that does not tell what it stands on. */
  public Indicator(
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
    this(
        id,
        nameInSwedish,
        nameInEnglish,
        questionInSwedish,
        questionInEnglish,
        numerator,
        denominator,
        unit,
        direction,
        source,
        codeListStatus,
        definitionVersion,
        List.of());
  }

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
