package se.jamlik.pipeline.publish;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds personnummer and samordningsnummer in text, as the personnummer guard of the input contract
 * words it: standing alone, 12 digits or a separator before the last four, a real date (day or day
 * less 60) and the right check digit.
 */
final class PersonalIdentityNumbers {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\p{L}\\d+-])(?:(\\d{2})?(\\d{6})[-+](\\d{4})|(\\d{2})(\\d{6})(\\d{4}))(?![\\p{L}\\d+-])");
  private static final int OLDEST = 1850;
  private static final int DAYS_ADDED = 60;

  private PersonalIdentityNumbers() {}

  static boolean isIn(String text, LocalDate asOf) {
    Matcher matcher = FORM.matcher(text);
    while (matcher.find()) {
      boolean separated = matcher.group(2) != null;
      String century = separated ? matcher.group(1) : matcher.group(4);
      String date = matcher.group(separated ? 2 : 5);
      String ending = matcher.group(separated ? 3 : 6);
      if (hasCheckDigit(date + ending) && isDate(century, date, asOf)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDate(@Nullable String century, String date, LocalDate asOf) {
    IntStream centuries =
        century == null ? IntStream.rangeClosed(18, 20) : IntStream.of(Integer.parseInt(century));
    return centuries
        .map(hundreds -> hundreds * 100 + Integer.parseInt(date.substring(0, 2)))
        .filter(year -> year >= OLDEST && year <= asOf.getYear())
        .anyMatch(year -> isDay(year, date));
  }

  private static boolean isDay(int year, String date) {
    int day = Integer.parseInt(date.substring(4));
    try {
      LocalDate.of(
          year, Integer.parseInt(date.substring(2, 4)), day > DAYS_ADDED ? day - DAYS_ADDED : day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Luhn's sum over the ten digits, from the left doubled and not in turn. */
  private static boolean hasCheckDigit(String digits) {
    int sum =
        IntStream.range(0, digits.length())
            .map(place -> Character.digit(digits.charAt(place), 10) * (2 - place % 2))
            .map(product -> product / 10 + product % 10)
            .sum();
    return sum % 10 == 0;
  }
}
