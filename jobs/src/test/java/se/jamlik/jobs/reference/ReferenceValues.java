package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one field as its type, as the section "Values" of the input contract words it.
 */
final class ReferenceValues {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})");
  private static final Pattern INT = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)");
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final Pattern PRIMARY_CARE_CODE = Pattern.compile("[A-Z][0-9]{2,4}P");
  private static final Pattern MATCHABLE = Pattern.compile("[A-Z][0-9]{2}[0-9A-Z]{0,3}");
  private static final Set<String> NULL_WORDS = Set.of("", "NULL", "NA", "BLANKED");

  private ReferenceValues() {}

  /** The field cannot be read as its type. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  static @Nullable Object read(ReferenceTable.Kind kind, @Nullable String raw) throws Unreadable {
    String value = stripped(raw);
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case TEXT -> value;
      case WORD, ATC -> value.toUpperCase(Locale.ROOT);
      case ICD -> icd(value);
      case INT -> integer(value);
      case DECIMAL -> decimal(value);
      case DATE -> date(value, false);
      case DEATH -> date(value, true);
      case MONTH -> month(value);
    };
  }

  /**
   * Null for an empty field and for the words that mean unknown, after stripping blanks and quotes.
   */
  static @Nullable String stripped(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String value = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
    String bare = value;
    while (bare.startsWith("\"") || bare.endsWith("\"")) {
      bare = bare.substring(bare.startsWith("\"") ? 1 : 0);
      bare = bare.substring(0, bare.length() - (bare.endsWith("\"") ? 1 : 0)).strip();
    }
    return NULL_WORDS.contains(bare.toUpperCase(Locale.ROOT)) ? null : value;
  }

  /** Upper case, no dots, and without the mark of a primary care code (KSH97-P). */
  static String icd(String value) {
    String code = value.toUpperCase(Locale.ROOT).replace(".", "");
    if (code.endsWith("-P")) {
      return code.substring(0, code.length() - 2);
    }
    return PRIMARY_CARE_CODE.matcher(code).matches() ? code.substring(0, code.length() - 1) : code;
  }

  /** Only codes of this form are ever matched against a code list. */
  static boolean isMatchable(@Nullable String code) {
    return code != null && MATCHABLE.matcher(code).matches();
  }

  private static Integer integer(String value) throws Unreadable {
    try {
      if (INT.matcher(value).matches()) {
        return Integer.valueOf(value);
      }
    } catch (NumberFormatException outOfRange) {
      throw new Unreadable("is too large for an int");
    }
    throw new Unreadable("is not an int");
  }

  private static BigDecimal decimal(String value) throws Unreadable {
    if (!DECIMAL.matcher(value).matches()) {
      throw new Unreadable("is not a decimal");
    }
    BigDecimal number = new BigDecimal(value.replace(',', '.'));
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static YearMonth month(String value) throws Unreadable {
    try {
      if (MONTH.matcher(value).matches()) {
        return YearMonth.parse(value);
      }
    } catch (DateTimeException impossible) {
      throw new Unreadable("is not a month");
    }
    throw new Unreadable("is not a month");
  }

  private static LocalDate date(String value, boolean mayLackMonthOrDay) throws Unreadable {
    Matcher matcher = DATE.matcher(value);
    if (!matcher.matches()) {
      throw new Unreadable("is not a date");
    }
    int year = Integer.parseInt(matcher.group(1));
    int month = Integer.parseInt(matcher.group(3));
    int day = Integer.parseInt(matcher.group(4));
    try {
      if (mayLackMonthOrDay && month == 0) {
        return LocalDate.of(year, 7, 1);
      }
      return LocalDate.of(year, month, mayLackMonthOrDay && day == 0 ? 15 : day);
    } catch (DateTimeException impossible) {
      throw new Unreadable("is not a date of the calendar");
    }
  }
}
