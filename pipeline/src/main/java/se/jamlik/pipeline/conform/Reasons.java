package se.jamlik.pipeline.conform;

import java.util.List;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.ShapeDefinition.Reference;

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

  /** A row of an extract has the key of an earlier one. */
  static String repeats(List<String> key) {
    return "%s repeats that of an earlier row of the extract".formatted(columns(key));
  }

  /** A row of an extract does not find the row that it must find. */
  static String findsNothing(Reference reference) {
    return "the extract has no row of %s with its %s"
        .formatted(reference.to(), columns(reference.columns()));
  }

  private static String columns(List<String> names) {
    return "'" + String.join("', '", names) + "'";
  }

  /** What the sender of a row is to do about its reason. */
  static String advice(String reason) {
    return switch (reason) {
      case BROKEN_QUOTES -> "Close each quote on its line, and double those inside quotes.";
      case LINE_BREAK -> "Take the line breaks out of the field.";
      case TOO_LONG, NUL -> "The line is damaged: export it again.";
      default -> adviceOnColumns(reason);
    };
  }

  private static String adviceOnColumns(String reason) {
    if (reason.startsWith("too ")) {
      return "Give each row one field a column, and quote fields that hold the delimiter.";
    }
    if (reason.startsWith("the extract ")) {
      return "Deliver that row in the same extract, or leave this one out.";
    }
    if (reason.endsWith("of the extract")) {
      return "Number each row of a table anew; a correction is an extract of its own.";
    }
    if (reason.endsWith("is empty")) {
      return "Fill it in, or leave the row out.";
    }
    if (reason.endsWith("_concept_id' is outside its list")) {
      return "Leave such rows out, or have the number added to the concepts of the shape (omop54.yaml).";
    }
    if (reason.endsWith("outside its list") || reason.endsWith("outside its limits")) {
      return "Use a value of the input contract.";
    }
    return reason.contains(" is before ")
        ? "Mend the dates: the end may not come before the start."
        : "Write it in that form; leave it empty only where it is not required.";
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
