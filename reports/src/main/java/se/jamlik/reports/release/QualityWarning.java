package se.jamlik.reports.release;

import se.jamlik.reports.Language;

/**
 * A check of the delivered data that has failed, at one place.
 *
 * @param table the register
 * @param column that was checked, or {@code all}
 * @param problemInSwedish what is wrong
 * @param problemInEnglish the same
 * @param period {@code all}, a year, or a month such as 2026-10
 * @param municipality that delivered, or {@code all}
 * @param share that breaks the rule, in percent
 */
public record QualityWarning(
    String table,
    String column,
    String problemInSwedish,
    String problemInEnglish,
    String period,
    String municipality,
    double share) {
  /** All columns, periods or municipalities. */
  public static final String ALL = "all";

  /** What is wrong. */
  public String problemIn(Language language) {
    return switch (language) {
      case SV -> problemInSwedish;
      case EN -> problemInEnglish;
    };
  }
}
