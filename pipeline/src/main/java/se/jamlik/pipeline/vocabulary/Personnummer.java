package se.jamlik.pipeline.vocabulary;

import java.time.Month;
import java.time.Year;

/**
 * Recognises personnummer and samordningsnummer in text, as the personnummer guard of the input
 * contract words them. What a hit means is for the stage that looks; nothing here keeps or tells
 * the number itself. A text is read once, and nothing is made on the way: conform looks at every
 * field.
 */
public final class Personnummer {
  /** What a text holds. */
  public enum Find {
    NOTHING,
    /** Ten digits that may be one by chance. */
    BARE_TEN_DIGITS,
    /** Twelve digits, or digits with a separator: one for certain. */
    CERTAIN
  }

  private static final int FIRST_YEAR = 1850;

  /** A samordningsnummer is written with the day and sixty. */
  private static final int ADDED_TO_DAY = 60;

  private Personnummer() {}

  /**
   * The worst that the text holds.
   *
   * @param lastYear the year of as-of: nobody is born later
   */
  public static Find in(CharSequence text, int lastYear) {
    Find worst = Find.NOTHING;
    int length = text.length();
    int at = 0;
    while (at < length) {
      if (!isDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = endOfDigits(text, at);
      int digits = end - at;
      if (digits >= 6 && digits <= 12 && !isJoinedBefore(text, at)) {
        Find found = at(text, at, digits, lastYear);
        if (found == Find.CERTAIN) {
          return found;
        }
        worst = found == Find.NOTHING ? worst : found;
      }
      at = end;
    }
    return worst;
  }

  /** The text with every number that the guard knows made unreadable. */
  public static String masked(String text, int lastYear) {
    return in(text, lastYear) == Find.NOTHING ? text : text.replaceAll("[0-9]", "*");
  }

  /** Whether twelve digits begin with a real date; the day may be the day and sixty. */
  public static boolean hasDate(String twelveDigits) {
    int year = number(twelveDigits, 0, 4);
    return year >= FIRST_YEAR && isDate(year, twelveDigits, 4);
  }

  /** Whether twelve digits end with the check digit of the nine before it. */
  public static boolean hasCheckDigit(String twelveDigits) {
    return isChecked(twelveDigits, 2, 8);
  }

  private static Find at(CharSequence text, int at, int digits, int lastYear) {
    int end = at + digits;
    if (digits == 12 || digits == 10) {
      if (isJoinedAt(text, end)) {
        return Find.NOTHING;
      }
      if (digits == 10) {
        return isDateOfSomeCentury(text, at, lastYear) && isChecked(text, at, at + 6)
            ? Find.BARE_TEN_DIGITS
            : Find.NOTHING;
      }
      int year = number(text, at, 4);
      return year >= FIRST_YEAR
              && year <= lastYear
              && isDate(year, text, at + 4)
              && isChecked(text, at + 2, at + 8)
          ? Find.CERTAIN
          : Find.NOTHING;
    }
    if ((digits != 6 && digits != 8) || !hasFourDigitsAfterSeparator(text, end)) {
      return Find.NOTHING;
    }
    boolean isReal =
        digits == 6
            ? isDateOfSomeCentury(text, at, lastYear)
            : isDate(number(text, at, 4), text, at + 4);
    return isReal && isChecked(text, end - 6, end + 1) ? Find.CERTAIN : Find.NOTHING;
  }

  private static boolean hasFourDigitsAfterSeparator(CharSequence text, int separator) {
    if (separator + 5 > text.length()
        || (text.charAt(separator) != '-' && text.charAt(separator) != '+')
        || endOfDigits(text, separator + 1) != separator + 5) {
      return false;
    }
    return !isJoinedAt(text, separator + 5);
  }

  private static boolean isDateOfSomeCentury(CharSequence text, int at, int lastYear) {
    int year = number(text, at, 2);
    for (int candidate = 1800 + year; candidate <= lastYear; candidate += 100) {
      if (candidate >= FIRST_YEAR && isDate(candidate, text, at + 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDate(int year, CharSequence text, int at) {
    int month = number(text, at, 2);
    int day = number(text, at + 2, 2);
    int birthday = day > ADDED_TO_DAY ? day - ADDED_TO_DAY : day;
    return month >= 1
        && month <= 12
        && birthday >= 1
        && birthday <= Month.of(month).length(Year.isLeap(year));
  }

  /** The check digit: ten digits doubled by turns give a sum of whole tens. */
  private static boolean isChecked(CharSequence text, int sixDigits, int fourDigits) {
    int sum = 0;
    for (int place = 0; place < 10; place++) {
      int digit = text.charAt(place < 6 ? sixDigits + place : fourDigits + place - 6) - '0';
      int weighted = place % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static int endOfDigits(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int number(CharSequence text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isJoinedBefore(CharSequence text, int at) {
    return at > 0 && joins(Character.codePointBefore(text, at));
  }

  private static boolean isJoinedAt(CharSequence text, int end) {
    return end < text.length() && joins(Character.codePointAt(text, end));
  }

  /** Characters that make digits beside them part of something longer. */
  private static boolean joins(int character) {
    return character == '-' || character == '+' || Character.isLetterOrDigit(character);
  }
}
