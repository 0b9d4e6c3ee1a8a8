package se.jamlik.pipeline.mark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.jamlik.pipeline.kept.Place;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Which rows may change what a file of SQL gives for a person and a period, as a line of its header
 * says; a file without the line may look at everything. What cannot have changed is not computed
 * again.
 *
 * @param daysAfter the end of the period that rows are looked at until, for {@link Rows#PERIOD}
 */
record Reach(Rows rows, int daysAfter) {
  private static final Reach EVERYTHING = new Reach(Rows.EVERYBODY, 0);
  private static final Pattern LINE = Pattern.compile("(?m)^-- Reach:(.*)$");
  private static final Pattern WORDS =
      Pattern.compile(
          " the person's rows(?<until> until (the period ends|(?<days>\\d+) days after the"
              + " period))?\\.");

  /** Whose rows, and of what time. */
  enum Rows {
    EVERYBODY,
    PERSON,
    PERIOD
  }

  /**
   * What the header says.
   *
   * @param file to be named when it says something else
   */
  static Reach of(String file, String text) {
    Matcher line = LINE.matcher(text);
    if (!line.find()) {
      return EVERYTHING;
    }
    Matcher words = WORDS.matcher(line.group(1));
    if (!words.matches()) {
      throw refusal(file);
    }
    if (words.group("until") == null) {
      return new Reach(Rows.PERSON, 0);
    }
    String days = words.group("days");
    int daysAfter = days == null ? 0 : Integer.parseInt(days);
    if (daysAfter > Slicing.DAYS_UNTIL_CLOSED) {
      throw refusal(file);
    }
    return new Reach(Rows.PERIOD, daysAfter);
  }

  private static UserError refusal(String file) {
    return new UserError(
        ExitCode.SETTINGS,
        "Cannot use the definitions: the line 'Reach' of %s.sql cannot be read (expected \"the person's rows.\", or \"the person's rows until the period ends.\", or \"the person's rows until 30 days after the period.\", with at most %d days). Mend the line, or leave it out."
            .formatted(file, Slicing.DAYS_UNTIL_CLOSED));
  }

  /** Whether rows of the one place may change those of the other. */
  boolean sees(Place seen, Place of) {
    return switch (rows) {
      case EVERYBODY -> true;
      case PERSON -> seen.bucket() == of.bucket();
      case PERIOD ->
          seen.bucket() == of.bucket()
              && (of.slice() == Slicing.OPEN || seen.slice() == Slicing.CLOSED);
    };
  }
}
