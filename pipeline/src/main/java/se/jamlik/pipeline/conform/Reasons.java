package se.jamlik.pipeline.conform;

import se.jamlik.pipeline.vocabulary.ColumnType;

/** Why a row is quarantined, in words that hold no value of the row. */
final class Reasons {
  static final String BROKEN_QUOTES = "a quote is not closed on its line";
  static final String LINE_BREAK = "a line break inside quotes";
  static final String TOO_LONG = "the line is longer than 1 000 000 characters";
  static final String NUL = "the line holds a NUL character";

  private Reasons() {}

  static String fields(int found, int expected) {
    return "too %s fields (expected %d)".formatted(found < expected ? "few" : "many", expected);
  }

  /** What a column's text should have been. */
  static String expected(ColumnType type) {
    return switch (type) {
      case PSEUDONYM -> "a pseudonym (at most 64 characters)";
      case INT -> "a whole number";
      case DECIMAL -> "a decimal number";
      case DATE, DEATH_DATE -> "a date (YYYY-MM-DD or YYYYMMDD)";
      case MONTH -> "a month (YYYY-MM)";
      case MUNICIPALITY -> "a municipality (four digits)";
      case IDENTIFIER, TEXT, WORD, ICD10, ATC -> "text";
    };
  }
}
