package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith(SparkTest.class)
class RefusalTest {
  private static final LocalDate BORN = LocalDate.of(1948, 10, 3);
  private static final String TWELVE = ImpossibleNumbers.twelve(BORN);
  private static final String TEN = ImpossibleNumbers.ten(BORN);
  private static final String ASK = " Ask the sender for a new delivery.";
  private static final String DELETE =
      " Ask the sender for a new delivery without it, and delete this one.";

  private final SparkSession spark;
  private final SmallInbox inbox;

  RefusalTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.spark = spark;
    this.inbox = new SmallInbox(spark, folder).andTheRest();
  }

  @Test
  void everyRefusedFileIsToldAtOnce() throws IOException {
    inbox.with("sip/1.csv", "lopnr;avslutad", "a;2024-01-01");
    inbox.with("sip/2.csv", "lopnr;upprattad;LOPNR", "a;2024-01-01;a");
    inbox.with("sip/3.csv", StandardCharsets.UTF_8, "");
    inbox.with("sip/4.parquet", "no Parquet");
    inbox.with(
        "sip/5.csv", StandardCharsets.ISO_8859_1, "lopnr;upprattad\n\u0081\u00c5;2024-01-01\n");
    inbox.with("sip/6.csv", "lopnr;upprattad", "a;2024-01-01"); // and a good one

    assertRefused(
        ExitCode.DELIVERY,
        "Cannot read sip/1.csv: column 'upprattad' is missing (expected 2 required columns, found 1)."
            + ASK,
        "Cannot read sip/2.csv: the header names 'lopnr' more than once (expected each column once)."
            + ASK,
        "Cannot read sip/3.csv: the file is empty." + ASK,
        "Cannot read sip/4.parquet: the Parquet file is damaged or cut short." + ASK,
        "Cannot read sip/5.csv: the text is neither UTF-8 nor Windows-1252 nor ISO-8859-1." + ASK);
  }

  @Test
  void theNightGoesOnWithoutAFileThatIsSkipped() throws IOException {
    inbox.with("sip/1.csv", "lopnr;avslutad", "a;2024-01-01");
    inbox.with("sip/2.csv", "lopnr;upprattad", "a;2024-01-01");

    Conformed conformed = inbox.published("sip/1.csv");

    assertThat(SmallInbox.account(conformed, "sip/1.csv"))
        .isEqualTo("0 = 0 + 0 + 0, replaced 0, blank 0, refused");
    assertThat(SmallInbox.account(conformed, "sip/2.csv"))
        .isEqualTo("1 = 1 + 0 + 0, replaced 0, blank 0, accepted");
    assertThatExceptionOfType(UserError.class).isThrownBy(inbox::conformed); // not skipped tonight
    inbox.remove("sip/1.csv");
    assertThat(inbox.published().deliveries())
        .noneMatch(delivery -> delivery.file().equals("sip/1.csv"));
  }

  @Test
  void theColumnsOfARefusedHeaderAreToldNowhere() throws IOException {
    inbox.with("sip/1.csv", "a;2024-01-01;secret;secret", "b;2024-01-01;x;y"); // no header
    inbox.with("sip/2.csv", "lopnr;upprattad;" + TWELVE, "a;2024-01-01;");
    inbox.with("sip/3.csv", "lopnr;upprattad;note", "a;2024-01-01;");

    Conformed conformed = inbox.published("sip/1.csv", "sip/2.csv", "sip/3.csv");

    assertThat(conformed.deliveries())
        .filteredOn(delivery -> delivery.table().equals("sip"))
        .flatExtracting(delivery -> delivery.unknownColumns())
        .containsExactly("note");
    assertThat(inbox.holdsNowhere("secret")).isTrue();
    assertThat(inbox.holdsNowhere(TWELVE)).isTrue();
  }

  @Test
  void aBrokenRowKeepsNoDigitsBesideATenDigitNumber() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad", TEN + ";2024-13-01", "\"x;" + TEN);

    Conformed conformed = inbox.conformed();

    assertThat(SmallInbox.account(conformed, "sip/1.csv"))
        .isEqualTo("2 = 0 + 2 + 0, replaced 0, blank 0, accepted_with_quarantine");
    assertThat(inbox.quarantinedText("sip"))
        .containsExactly("**********;****-**-**", "\"x;**********");
  }

  @Test
  void aPersonnummerInAnyColumnRefusesTheDeliveryAndIsWrittenNowhere() throws IOException {
    inbox.with(
        "sip/1.csv",
        "lopnr;upprattad;note",
        "a;2024-01-01;",
        "b;2024-01-01;ring " + ImpossibleNumbers.separated(TEN, '-') + " i morgon",
        "c;2024-13-01;" + TWELVE); // the row is broken as well
    inbox.with("sip/2.csv", "lopnr;upprattad", TWELVE + ";2024-01-01");
    inbox.with("sip/3.csv", "lopnr;upprattad", "a;b;" + TWELVE, "\"" + TWELVE);

    assertRefused(
        ExitCode.PRIVACY,
        "Cannot read sip/1.csv: column 'note' holds a personnummer in 2 rows, first on line 3."
            + DELETE,
        "Cannot read sip/2.csv: column 'lopnr' holds a personnummer in 1 rows, first on line 2."
            + DELETE,
        "Cannot read sip/3.csv: text outside the columns holds a personnummer in 2 rows, first on line 2."
            + DELETE);

    assertThat(inbox.holdsNowhere(TWELVE)).isTrue();
    assertThat(inbox.holdsNowhere(TEN.substring(0, 6))).isTrue();
  }

  @Test
  void aPersonnummerInAFileNameOrHeaderRefusesTheDelivery() throws IOException {
    inbox.with("sip/" + TWELVE + ".csv", "lopnr;upprattad", "a;2024-01-01");
    inbox.with(
        "sip/1.csv",
        "lopnr;upprattad;" + ImpossibleNumbers.separated(TWELVE, '-'),
        "a;2024-01-01;");

    assertRefused(
        ExitCode.PRIVACY,
        "Cannot read sip/1.csv: the header of column 3, line 1, holds a personnummer." + DELETE,
        "Cannot read sip/************.csv: the file name holds a personnummer." + DELETE);

    assertThat(inbox.holdsNowhere(TWELVE)).isTrue();
  }

  @Test
  void tenBareDigitsInAFileNameRefuseTheDelivery() throws IOException {
    String other = ImpossibleNumbers.ten(BORN.plusDays(1));
    inbox.with("sip/till " + TEN + ".csv", "lopnr;upprattad", "a;2024-01-01");
    inbox.with("sip/till v" + other + ".csv", "lopnr;upprattad", "b;2024-01-01"); // a letter joins
    inbox.with(
        "sip/" + ImpossibleNumbers.withWrongCheckDigit(TEN) + ".csv",
        "lopnr;upprattad",
        "c;2024-01-01");

    assertRefused(
        ExitCode.PRIVACY,
        "Cannot read sip/till **********.csv: the file name holds a personnummer." + DELETE);

    assertThat(inbox.holdsNowhere(TEN)).isTrue();
  }

  @Test
  void aPersonnummerInParquetRefusesTheDelivery() throws IOException {
    inbox.withParquet(
        "sip/1.parquet",
        spark.sql(
            "select 'a' as lopnr, date'2024-01-01' as upprattad, %sL as n union all select 'b', date'2024-01-01', 1L"
                .formatted(TWELVE)));

    assertRefused(
        ExitCode.PRIVACY,
        "Cannot read sip/1.parquet: column 'n' holds a personnummer in 1 rows, first on line 2."
            + DELETE);
  }

  @Test
  void tenBareDigitsRefuseWhereNoPseudonymBelongs() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad;initierad_av", "a;2024-01-01;" + TEN);
    inbox.with("sip/2.csv", "lopnr;upprattad;x", "a;2024-01-01;nr " + TEN);
    inbox.with("sip/3.csv", "lopnr;upprattad", TEN + ";2024-01-01"); // one pseudonym by chance

    assertRefused(
        ExitCode.PRIVACY,
        "Cannot read sip/1.csv: column 'initierad_av' holds a personnummer in 1 rows, first on line 2."
            + DELETE,
        "Cannot read sip/2.csv: column 'x' holds a personnummer in 1 rows, first on line 2."
            + DELETE);
  }

  @Test
  void tenBareDigitsRefuseAPseudonymColumnWhenTheyAreThreeAndMoreThanOneInTwenty()
      throws IOException {
    inbox.with("sip/1.csv", pseudonyms(2, 5));
    inbox.with("sip/2.csv", pseudonyms(3, 60)); // 3 of 60 is not more than 5 %
    inbox.with("sip/3.csv", pseudonyms(3, 59));

    assertRefused(
        ExitCode.PRIVACY,
        "Cannot read sip/3.csv: column 'lopnr' holds a personnummer in 6 rows, first on line 2."
            + DELETE);
  }

  /** Rows of so many distinct pseudonyms, some of them ten digits that stand twice. */
  private static String[] pseudonyms(int bare, int distinct) {
    List<String> lines = new ArrayList<>(List.of("lopnr;upprattad"));
    for (int row = 0; row < distinct; row++) {
      String pseudonym = row < bare ? ImpossibleNumbers.ten(BORN.plusDays(row)) : "pseudonym" + row;
      lines.add(pseudonym + ";2024-01-01");
      lines.add(pseudonym + ";2024-01-02");
    }
    return lines.toArray(String[]::new);
  }

  private void assertRefused(ExitCode code, String... problems) {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(inbox::conformed)
        .withMessage(String.join(System.lineSeparator(), problems))
        .satisfies(error -> assertThat(error.exitCode()).isEqualTo(code));
  }
}
