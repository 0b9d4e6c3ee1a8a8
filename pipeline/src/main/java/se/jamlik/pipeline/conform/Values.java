package se.jamlik.pipeline.conform;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the text of one field becomes a value (reading rules of the input contract, "Values" and
 * "Codes"). Each reader gives {@link #UNREADABLE} where the text is no such value.
 */
final class Values {
  /** Stands for a text that cannot be read as its type. */
  static final Object UNREADABLE = new Object();

  static final int DECIMAL_DIGITS = 18;
  static final int DECIMALS = 6;

  /** One more than the largest number of eighteen digits. */
  private static final long TOO_LARGE = 1_000_000_000_000_000_000L;

  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
  private static final Pattern FINAL_P = Pattern.compile("[A-Z][0-9]{2,4}P");

  private Values() {}

  /** The text without blanks around it, or null when it says that there is no value. */
  static @Nullable String known(@Nullable String field) {
    if (field == null) {
      return null;
    }
    String text = stripped(field);
    if (text.length() > 64) {
      return composed(text);
    }
    String bare = text.indexOf('"') < 0 ? text : stripped(text.replace('"', ' '));
    return isNothing(bare) ? null : composed(text);
  }

  /** The length tells most values from the few words that say that there is none. */
  private static boolean isNothing(String bare) {
    return switch (bare.length()) {
      case 0 -> true;
      case 2 -> bare.equalsIgnoreCase("NA");
      case 4 -> !isDigits(bare, 0, 4) && bare.equalsIgnoreCase("NULL");
      case 7 -> bare.equalsIgnoreCase("BLANKED");
      default -> false;
    };
  }

  static Object whole(String text) {
    int from = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
    if (text.length() == from || text.length() > 20 || !isDigits(text, from, text.length())) {
      return UNREADABLE;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      return UNREADABLE;
    }
  }

  /** The number times a million, as Parquet keeps decimals; what is finer is rounded half up. */
  static Object decimal(String text) {
    int length = text.length();
    boolean isNegative = text.charAt(0) == '-';
    int at = isNegative || text.charAt(0) == '+' ? 1 : 0;
    long number = 0;
    int digits = 0;
    int decimals = -1;
    for (; at < length; at++) {
      char character = text.charAt(at);
      if (character == '.' || character == ',') {
        if (decimals >= 0) {
          return UNREADABLE;
        }
        decimals = 0;
        continue;
      }
      if (character < '0' || character > '9') {
        return UNREADABLE;
      }
      digits++;
      decimals += decimals >= 0 ? 1 : 0;
      if (decimals <= DECIMALS) {
        number = 10 * number + character - '0';
      } else if (decimals == DECIMALS + 1 && character >= '5') {
        number++;
      }
      if (number >= TOO_LARGE) {
        return UNREADABLE;
      }
    }
    for (int missing = DECIMALS - Math.max(0, decimals); missing > 0; missing--) {
      number *= 10;
      if (number >= TOO_LARGE) {
        return UNREADABLE;
      }
    }
    return digits == 0 ? UNREADABLE : (Object) (isNegative ? -number : number);
  }

  /** Days since 1970. */
  static Object date(String text) {
    if (!hasDateForm(text)) {
      return UNREADABLE;
    }
    boolean isDashed = text.length() == 10;
    return day(
        number(text, 0, 4), number(text, isDashed ? 5 : 4, 2), number(text, isDashed ? 8 : 6, 2));
  }

  /** Days since 1970 of a day of death; month 00 counts as 1 July, day 00 as the 15th. */
  static Object deathDate(String text) {
    return switch (precision(text)) {
      case "year" -> day(number(text, 0, 4), 7, 1);
      case "month" -> day(number(text, 0, 4), number(text, text.length() == 10 ? 5 : 4, 2), 15);
      default -> date(text);
    };
  }

  /** How much of a day of death is known: year, month or day. */
  static String precision(String text) {
    if (!hasDateForm(text)) {
      return "day";
    }
    boolean isDashed = text.length() == 10;
    if (number(text, isDashed ? 5 : 4, 2) == 0) {
      return "year";
    }
    return number(text, isDashed ? 8 : 6, 2) == 0 ? "month" : "day";
  }

  static Object month(String text) {
    return MONTH.matcher(text).matches() ? text : UNREADABLE;
  }

  static Object municipality(String text) {
    return text.length() == 4 && isDigits(text, 0, 4) ? text : UNREADABLE;
  }

  /** ICD-10-SE without dot, in upper case, without the suffix of the primary care version. */
  static String icd10(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    code = code.indexOf('.') < 0 ? code : code.replace(".", "");
    if (code.endsWith("-P")) {
      code = code.substring(0, code.length() - 2);
    }
    return code.endsWith("P") && FINAL_P.matcher(code).matches()
        ? code.substring(0, code.length() - 1)
        : code;
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static Object day(int year, int month, int day) {
    if (year == 0 || month < 1 || month > 12 || day < 1 || day > 31) {
      return UNREADABLE;
    }
    try {
      return (int) LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      return UNREADABLE;
    }
  }

  private static boolean hasDateForm(String text) {
    if (text.length() == 8) {
      return isDigits(text, 0, 8);
    }
    return text.length() == 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && isDigits(text, 0, 4)
        && isDigits(text, 5, 7)
        && isDigits(text, 8, 10);
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int at, int digits) {
    int number = 0;
    for (int i = at; i < at + digits; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? text : text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return character <= ' ' ? character != 0 : character == '\u00a0';
  }

  private static String composed(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) > 0x7f) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
