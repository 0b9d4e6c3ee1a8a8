package se.jamlik.reports.words;

import se.jamlik.reports.release.Indicator;
import se.jamlik.reports.release.Indicator.Direction;

/**
 * An indicator with the words the reports use for it. An indicator without words of its own uses
 * its name from the release.
 */
public record Measure(Indicator indicator, Texts texts) {

  /** Stands after the name of an indicator whose code list is not verified. */
  public static final String UNVERIFIED = "‡";

  public String id() {
    return indicator.id();
  }

  /** Short name that starts with a capital letter. */
  public String label() {
    return word("label", name());
  }

  /** The whole name from the release. */
  public String name() {
    return switch (texts.language()) {
      case SV -> indicator.nameInSwedish();
      case EN -> indicator.nameInEnglish();
    };
  }

  /** What the indicator answers; its name when the release does not tell. */
  public String question() {
    String question =
        switch (texts.language()) {
          case SV -> indicator.questionInSwedish();
          case EN -> indicator.questionInEnglish();
        };
    return question.isEmpty() ? name() : question;
  }

  /** The short name with a mark when its code list is not verified: for tables and charts. */
  public String heading() {
    return label() + mark();
  }

  /** The mark of codes that are not verified, or nothing. */
  public String mark() {
    return indicator.hasVerifiedCodes() ? "" : UNVERIFIED;
  }

  /** The name as a noun inside a sentence. */
  public String noun() {
    return word("noun", Texts.decapitalised(label()));
  }

  /** What one hundred, or one thousand, is counted of: "% av invånarna". */
  public String unit() {
    return word("unit", unitAlone());
  }

  /** The unit without what it is counted of. */
  public String unitAlone() {
    return texts.find("unit." + indicator.unit().replace(' ', '_')).orElse(indicator.unit());
  }

  /** Label and unit, as the head of a panel or a row. */
  public String labelWithUnit() {
    return heading() + ", " + unitAlone();
  }

  public int decimals() {
    return switch (indicator.unit()) {
      case "per 100 000", "per 1 000", "days per 1 000" -> 0;
      case "index" -> 2;
      default -> 1;
    };
  }

  /** The good direction; how common an illness is has none. */
  public Direction direction() {
    boolean isJudged = word("judged", "yes").equals("yes");
    return isJudged ? indicator.direction() : Direction.NEUTRAL;
  }

  private String word(String kind, String otherwise) {
    return texts.find("indicator." + id() + "." + kind).orElse(otherwise);
  }
}
