package se.jamlik.pipeline.pseudonymise;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.jamlik.pipeline.vocabulary.Personnummer;

/**
 * Reads personnummer and samordningsnummer in any of their spellings into the one normal form of
 * twelve digits, or says why a text is none. The century of ten digits is decided by a given day
 * and not by the clock: the latest that is not after the day, and with {@code +} the latest of
 * those who turn a hundred in its year or have done so.
 */
final class PersonNumbers {
  private static final Pattern NUMBER = Pattern.compile("([0-9]{6}|[0-9]{8})([-+]?)([0-9]{4})");

  /**
   * The reserve numbers of the regions: twelve digits that begin with 99 (Stockholm), or a date and
   * four characters of which one is a letter (Skåne and others).
   */
  private static final Pattern RESERVE =
      Pattern.compile("99[0-9]{10}|(?:[0-9]{6}|[0-9]{8})[-+]?(?=[0-9]{0,3}[A-Z])[0-9A-Z]{4}");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern HYPHENS = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final int ADDED_TO_DAY = 60;
  private static final int CENTURY = 100;

  private final LocalDate reference;

  PersonNumbers(LocalDate reference) {
    this.reference = reference;
  }

  /** What a text is. */
  enum Kind {
    PERSONNUMMER(""),
    SAMORDNINGSNUMMER(""),
    RESERVE_NUMBER(""),
    MISSING("the number is missing"),
    OTHER_FORM("neither 10 nor 12 digits"),
    NO_DATE("no real date, or one after the reference date"),
    WRONG_CHECK_DIGIT("the check digit is wrong"),
    WRONG_CENTURY("a plus sign and a century of less than a hundred years");

    private final String reason;

    Kind(String reason) {
      this.reason = reason;
    }

    /** Why it is no number; it never holds the number. */
    String reason() {
      return reason;
    }

    boolean isNumber() {
      return reason.isEmpty();
    }
  }

  /**
   * What has been read.
   *
   * @param normal twelve digits, or a reserve number in capitals; empty when it is no number
   */
  record Reading(Kind kind, String normal) {
    private static Reading no(Kind why) {
      return new Reading(why, "");
    }
  }

  Reading read(String raw) {
    String text = plain(raw);
    if (text.isEmpty()) {
      return Reading.no(Kind.MISSING);
    }
    Matcher number = NUMBER.matcher(text);
    Reading reading =
        number.matches()
            ? checked(number.group(1), number.group(2).equals("+"), number.group(3))
            : Reading.no(Kind.OTHER_FORM);
    return !reading.kind().isNumber() && RESERVE.matcher(text).matches()
        ? new Reading(Kind.RESERVE_NUMBER, text.replaceAll("[-+]", ""))
        : reading;
  }

  private static String plain(String raw) {
    String text = Normalizer.normalize(raw, Normalizer.Form.NFKC);
    text = BLANKS.matcher(text).replaceAll("");
    return HYPHENS.matcher(text).replaceAll("-").toUpperCase(Locale.ROOT);
  }

  private Reading checked(String date, boolean isOld, String last) {
    String twelve = date.length() == 8 ? date + last : ofCentury(date, isOld, last);
    if (!Personnummer.hasDate(twelve) || bornOn(twelve).isAfter(reference)) {
      return Reading.no(Kind.NO_DATE);
    }
    if (isOld && bornOn(twelve).getYear() > reference.getYear() - CENTURY) {
      return Reading.no(Kind.WRONG_CENTURY);
    }
    if (!Personnummer.hasCheckDigit(twelve)) {
      return Reading.no(Kind.WRONG_CHECK_DIGIT);
    }
    return new Reading(
        day(twelve) > ADDED_TO_DAY ? Kind.SAMORDNINGSNUMMER : Kind.PERSONNUMMER, twelve);
  }

  private String ofCentury(String date, boolean isOld, String last) {
    int latest = reference.getYear() - (isOld ? CENTURY : 0);
    int year = latest - Math.floorMod(latest - Integer.parseInt(date.substring(0, 2)), CENTURY);
    String twelve = year + date.substring(2) + last;
    boolean isUnborn = Personnummer.hasDate(twelve) && bornOn(twelve).isAfter(reference);
    return isUnborn ? (year - CENTURY) + date.substring(2) + last : twelve;
  }

  private static LocalDate bornOn(String twelve) {
    int day = day(twelve);
    return LocalDate.of(
        Integer.parseInt(twelve.substring(0, 4)),
        Integer.parseInt(twelve.substring(4, 6)),
        day > ADDED_TO_DAY ? day - ADDED_TO_DAY : day);
  }

  private static int day(String twelve) {
    return Integer.parseInt(twelve.substring(6, 8));
  }
}
