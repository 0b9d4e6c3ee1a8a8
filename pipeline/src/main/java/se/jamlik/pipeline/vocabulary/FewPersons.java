package se.jamlik.pipeline.vocabulary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts of few persons in a text: a whole number under the smallest that is shown, right before
 * what it counts, as in "3 personer". All other numbers of a text are values, years, ages, or
 * counts of rows, files and tables, which are told exactly.
 */
public final class FewPersons {
  /**
   * A group of thousands begins with 0 where it would be taken for a small number, and a share has
   * a comma before it.
   */
  private static final Pattern PERSONS =
      Pattern.compile(
          "(?<![\\p{L}\\d,.\\u2013\\u2212-])([1-9]\\d{0,2})(?=[ \\u00A0\\u202F]"
              + "(?:person|personer|invånare|persons|people|inhabitants|residents)\\b)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private FewPersons() {}

  /** In how many places a text counts too few. */
  public static long places(String text, int smallestShown) {
    return PERSONS
        .matcher(text)
        .results()
        .filter(count -> isFew(count.group(1), smallestShown))
        .count();
  }

  /** The text with "&lt;5" in place of every such number. */
  public static String hidden(String text, int smallestShown) {
    return PERSONS
        .matcher(text)
        .replaceAll(
            count ->
                isFew(count.group(1), smallestShown)
                    ? "<" + smallestShown
                    : Matcher.quoteReplacement(count.group()));
  }

  private static boolean isFew(String count, int smallestShown) {
    return Integer.parseInt(count) < smallestShown;
  }
}
