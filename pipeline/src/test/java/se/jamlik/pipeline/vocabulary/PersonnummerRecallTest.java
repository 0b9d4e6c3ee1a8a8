package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.Personnummer.Find;

/** How many the guard finds, and what it leaves alone, over a hundred thousand of each. */
class PersonnummerRecallTest {
  private static final long SEED = 20_261_122;
  private static final int MANY = 100_000;
  private static final int YEAR = 2026;
  private static final LocalDate FIRST = LocalDate.of(1850, 1, 1);

  private final Random random = new Random(SEED);

  @Test
  void everyNumberIsFoundInEverySpelling() {
    // 64 000 days, each with its personnummer and its samordningsnummer.
    long days = LocalDate.of(YEAR, 12, 31).toEpochDay() - FIRST.toEpochDay() + 1;
    assertThat(2 * days).isGreaterThan(MANY);
    for (long day = 0; day < days; day++) {
      LocalDate born = FIRST.plusDays(day);
      for (String twelve :
          List.of(ImpossibleNumbers.twelve(born), ImpossibleNumbers.coordination(born))) {
        String ten = twelve.substring(2);
        assertFound(Find.CERTAIN, twelve, born);
        for (char separator : new char[] {'-', '+'}) {
          assertFound(Find.CERTAIN, ImpossibleNumbers.separated(twelve, separator), born);
          assertFound(Find.CERTAIN, ImpossibleNumbers.separated(ten, separator), born);
        }
        assertFound(Find.BARE_TEN_DIGITS, ten, born);
        assertFound(Find.CERTAIN, "Ring " + twelve + ", tack.", born);
        assertFound(Find.CERTAIN, "(" + ImpossibleNumbers.separated(ten, '-') + ")", born);
      }
    }
  }

  @Test
  void noPseudonymIsTakenForOne() {
    assertNothing("hexadecimal", () -> hexadecimal(8));
    assertNothing("hexadecimal", () -> hexadecimal(16));
    assertNothing("hexadecimal", () -> hexadecimal(32));
    assertNothing("base 32", () -> base32(130));
    assertNothing("base 32", () -> base32(260));
    assertNothing("UUID", () -> new UUID(random.nextLong(), random.nextLong()).toString());
    assertNothing("decimal key", () -> Long.toUnsignedString(random.nextLong() | Long.MIN_VALUE));
  }

  @Test
  void noHsaIdOrOrganisationNumberIsTakenForOne() {
    // The third digit of an organisation number is two or more, so that it is no month.
    Supplier<String> organisation =
        () -> "%02d%d%02d%04d".formatted(digits(2), 20 + random.nextInt(80), digits(2), digits(4));
    assertNothing("organisation number", organisation);
    assertNothing(
        "organisation number", () -> ImpossibleNumbers.separated(organisation.get(), '-'));
    assertNothing("organisation number", () -> "16" + organisation.get());
    assertNothing(
        "organisation number", () -> "16" + ImpossibleNumbers.separated(organisation.get(), '-'));
    assertNothing("VAT number", () -> "SE" + organisation.get() + "01");
    assertNothing("HSA id", () -> "SE" + organisation.get() + "-%04d".formatted(digits(4)));
    assertNothing("HSA id", () -> "SE" + organisation.get() + "-E%012d".formatted(digits(9)));
  }

  @Test
  void noDateOrPhoneNumberIsTakenForOne() {
    Supplier<LocalDate> day = () -> FIRST.plusDays(random.nextInt(64_000));
    assertNothing("date", () -> day.get().toString());
    assertNothing("date", () -> day.get().toString().replace("-", ""));
    assertNothing("time", () -> day.get() + "T%02d:%02d:00".formatted(digits(1), digits(1)));
    assertNothing(
        "time", () -> day.get().toString().replace("-", "") + "%06d".formatted(digits(5)));
    assertNothing("days", () -> day.get() + "--" + day.get());
    assertNothing(
        "phone", () -> "07%d-%03d %02d %02d".formatted(digits(1), digits(3), digits(2), digits(2)));
    assertNothing("phone", () -> "090-%07d".formatted(digits(7)));
    assertNothing("phone", () -> "+467%08d".formatted(digits(8)));
    assertNothing("phone", () -> "00467%08d".formatted(digits(8)));
    assertNothing(
        "phone", () -> "+46 (0)70 %03d %02d %02d".formatted(digits(3), digits(2), digits(2)));
  }

  private void assertFound(Find expected, String text, LocalDate born) {
    if (Personnummer.in(text, YEAR) != expected) {
      throw new AssertionError("Not found: a spelling of the number of " + born);
    }
  }

  private void assertNothing(String what, Supplier<String> made) {
    assertThat(Stream.generate(made).limit(MANY))
        .as("%s, seed %d", what, SEED)
        .allMatch(text -> Personnummer.in(text, YEAR) == Find.NOTHING);
  }

  private int digits(int count) {
    return random.nextInt((int) Math.pow(10, count));
  }

  private String hexadecimal(int bytes) {
    byte[] key = new byte[bytes];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** The digits of RFC 4648 would be letters and 2 to 7; these are harder: 0 to 9 and letters. */
  private String base32(int bits) {
    return new BigInteger(bits, random).toString(32);
  }
}
