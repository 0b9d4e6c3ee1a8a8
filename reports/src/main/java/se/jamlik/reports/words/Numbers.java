package se.jamlik.reports.words;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import se.jamlik.reports.Language;
import se.jamlik.reports.release.Interval;

/** Numbers as a reader of the language writes them; what is not shown prints as two dots. */
public record Numbers(Language language) {

  /** Stands for a value that is missing, confidential or too uncertain. */
  public static final String MISSING = "..";

  private static final int MOST_DECIMALS = 6;
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';
  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final char MINUS = '\u2212';
  private static final char EN_DASH = '\u2013';

  /** A number with so many decimals; a value that rounds to zero has no sign. */
  public String of(double value, int decimals) {
    String text = format(decimals).format(value);
    return text.matches(MINUS + "0([,.]0+)?") ? text.substring(1) : text;
  }

  public String of(Optional<Double> value, int decimals) {
    return value.map(known -> of(known, decimals)).orElse(MISSING);
  }

  /** A whole number. */
  public String of(long count) {
    return of((double) count, 0);
  }

  /**
   * "26,2–27,0"; with the word for "to" when a limit is negative, so that dash and minus never
   * meet.
   */
  public String of(Interval interval, int decimals) {
    String low = of(interval.low(), decimals);
    String high = of(interval.high(), decimals);
    if (interval.low() < 0) {
      String to = language == Language.SV ? "till" : "to";
      return low + NO_BREAK_SPACE + to + NO_BREAK_SPACE + high;
    }
    return low + EN_DASH + high;
  }

  public String ofInterval(Optional<Interval> interval, int decimals) {
    return interval.map(known -> of(known, decimals)).orElse(MISSING);
  }

  /**
   * A number with its unit. Swedish parts the percent sign from it, English does not; thousands
   * have a comma in English, since a thin space would be read as two numbers there.
   */
  public String withUnit(String number, String unit) {
    if (!unit.startsWith("%")) {
      return number + " " + unit;
    }
    return language == Language.SV ? number + NO_BREAK_SPACE + unit : number + unit;
  }

  /** The smallest step that so many decimals can show: 0.1 for one. */
  public String smallest(int decimals) {
    return of(Math.pow(10, -decimals), decimals);
  }

  /** The fewest decimals, from so many on, with which two numbers that differ do not look alike. */
  public int decimalsThatPart(double one, double other, int from) {
    int decimals = from;
    while (one != other
        && decimals < MOST_DECIMALS
        && of(one, decimals).equals(of(other, decimals))) {
      decimals++;
    }
    return decimals;
  }

  private DecimalFormat format(int decimals) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    boolean isSwedish = language == Language.SV;
    symbols.setGroupingSeparator(isSwedish ? NARROW_NO_BREAK_SPACE : ',');
    symbols.setDecimalSeparator(isSwedish ? ',' : '.');
    symbols.setMinusSign(MINUS);
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
