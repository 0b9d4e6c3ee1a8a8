package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as bad as they come: each has one outcome, and none stops the others. */
class HardFilesTest {
  private static final String HEADER = "lopnr;upprattad";
  private static final String ROW = "a;2024-01-01";
  private static final String ASK = " Ask the sender for a new delivery.";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final JudgedInbox inbox;

  HardFilesTest(@TempDir Path folder) throws IOException {
    this.inbox = new JudgedInbox(folder);
  }

  @Test
  void thirtyThousandDelimitersAreARowWithTooManyFieldsOrAHeaderWithoutItsColumns()
      throws IOException {
    inbox.with("sip/1.csv", HEADER, ";".repeat(30_000), ROW);
    inbox.with("sip/2.csv", ";".repeat(30_000), ROW);

    assertThat(inbox.judged().values())
        .containsExactly(
            "2 rows, 0 blank; 1 from line 2: too many fields (expected 2)",
            refused(
                "sip/2.csv",
                "columns 'lopnr', 'upprattad' are missing (expected 2 required columns, found 0)"));
  }

  @Test
  void aReturnAloneEndsNoLineAndAHeaderThatEndsWithOneIsRefused() throws IOException {
    inbox.with("sip/1.csv", HEADER, "a;2024-01-01\rb;2024-01-01", ROW);
    inbox.with("sip/2.csv", ascii("lopnr;upprattad;x\ra;2024-01-01;\rb;2024-01-01;\r"));

    assertThat(inbox.judged().values())
        .containsExactly(
            "2 rows, 0 blank; 1 from line 2: too many fields (expected 2)",
            refused(
                "sip/2.csv",
                "a carriage return alone ends the header (expected lines that end with a line feed)"));
  }

  @Test
  void aNulBreaksItsRowAndInAHeaderTheFile() throws IOException {
    inbox.with("sip/1.csv", HEADER, "a\0;2024-01-01", ROW);
    inbox.with("sip/2.csv", (HEADER + "\n" + ROW).getBytes(StandardCharsets.UTF_16LE));

    assertThat(inbox.judged().values())
        .containsExactly(
            "2 rows, 0 blank; 1 from line 2: the line holds a NUL character",
            refused("sip/2.csv", "the text is neither UTF-8 nor Windows-1252 nor ISO-8859-1"));
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsOwnLine() throws IOException {
    inbox.with("sip/1.csv", HEADER, "\"a;2024-01-01", ROW, ROW);
    inbox.with("sip/2.csv", "\"" + HEADER, ROW);

    assertThat(inbox.judged().values())
        .containsExactly(
            "3 rows, 0 blank; 1 from line 2: a quote is not closed on its line",
            refused(
                "sip/2.csv",
                "columns 'lopnr', 'upprattad' are missing (expected 2 required columns, found 0)"));
  }

  @Test
  void aLineOfTenMegabytesIsSetAsideAndAHeaderOfTwoIsRefused() throws IOException {
    inbox.with("sip/1.csv", HEADER, "x".repeat(10_000_000), ROW, "y".repeat(2_000_000));
    inbox.with("sip/2.csv", HEADER + ";" + "x".repeat(2_000_000), ROW);

    assertThat(inbox.judged().values())
        .containsExactly(
            "3 rows, 0 blank; 2 from line 2: the line is longer than 1 000 000 characters",
            refused("sip/2.csv", "the header line is longer than 1 MiB"));
  }

  @Test
  void anEmptyFileIsRefusedAndAHeaderWithoutRowsIsNot() throws IOException {
    inbox.with("sip/1.csv", new byte[0]);
    inbox.with("sip/2.csv", ascii(HEADER));
    inbox.with("sip/3.csv", HEADER);
    inbox.with("sip/4.csv.gz", packed(ascii("")));
    inbox.with("sip/5.csv.gz", packed(ascii(HEADER)));
    inbox.with("sip/6.csv", "", ROW);
    inbox.with("sip/7.csv", "\ufeff".getBytes(StandardCharsets.UTF_8));
    inbox.with("sip/8.csv", HEADER, "", " \t", "\r");

    String bare = "columns 'lopnr', 'upprattad' are missing (expected 2 required columns, found 0)";
    assertThat(inbox.judged().values())
        .containsExactly(
            refused("sip/1.csv", "the file is empty"),
            "0 rows, 0 blank",
            "0 rows, 0 blank",
            refused("sip/4.csv.gz", "the file is empty"),
            "0 rows, 0 blank",
            refused("sip/6.csv", bare),
            refused("sip/7.csv", bare),
            "0 rows, 3 blank");
  }

  @Test
  void aFileInTwoEncodingsIsRefusedAndNeverReadAsEither() throws IOException {
    byte[] utf8 = "lopnr;upprattad;namn\nå;2024-01-01;Åsele\n".getBytes(StandardCharsets.UTF_8);
    byte[] windows = "b;2024-01-01;Norsjö\n".getBytes(WINDOWS);
    inbox.with("sip/1.csv", joined(utf8, windows));
    inbox.with("sip/2.csv", joined(ascii("lopnr;upprattad\n"), windows, windows, utf8));
    inbox.with("sip/3.csv", Arrays.copyOf(utf8, utf8.length - 6)); // cut inside the last letter

    String mixed =
        "line %d is not UTF-8 and other lines are, so that no encoding gives the right text";
    assertThat(inbox.judged().values())
        .containsExactly(
            refused("sip/1.csv", mixed.formatted(3)),
            refused("sip/2.csv", mixed.formatted(2)),
            refused("sip/3.csv", mixed.formatted(2)));
  }

  @Test
  void textOfWindowsThatLooksLikeUtf8HereAndThereIsReadAsItIs() throws IOException {
    inbox.with("sip/1.csv", "lopnr;upprattad;x\na;2024-01-01;”HÖGSJÖ” Å» São".getBytes(WINDOWS));

    assertThat(inbox.judged().values()).containsExactly("1 rows, 0 blank");
  }

  @Test
  void aGzipIsReadToItsEndOrRefused() throws IOException {
    byte[] first = packed(ascii(HEADER + "\n" + ROW + "\n"));
    byte[] second = packed(ascii("b;2024-01-01\n\nc;2024"));
    inbox.with("sip/1.csv.gz", joined(first, second));
    inbox.with("sip/2.csv.gz", joined(first, ascii("and a tail of other bytes")));
    inbox.with("sip/3.csv.gz", joined(first, Arrays.copyOf(second, 9)));
    inbox.with("sip/4.csv.gz", Arrays.copyOf(first, first.length - 1));
    inbox.with("sip/5.csv.gz", Arrays.copyOf(first, 5));
    inbox.with("sip/6.csv.gz", HEADER, ROW);
    byte[] flipped = first.clone();
    flipped[flipped.length - 5] ^= 1;
    inbox.with("sip/7.csv.gz", flipped);

    String damaged = "the gzip is damaged or cut short";
    String tail = "something follows the end of the gzip";
    assertThat(inbox.judged().values())
        .containsExactly(
            "3 rows, 1 blank; 1 from line 5: column 'upprattad' cannot be read as a date (YYYY-MM-DD or YYYYMMDD)",
            refused("sip/2.csv.gz", tail),
            refused("sip/3.csv.gz", tail),
            refused("sip/4.csv.gz", damaged),
            refused("sip/5.csv.gz", damaged),
            refused("sip/6.csv.gz", damaged),
            refused("sip/7.csv.gz", damaged));
  }

  @Test
  void rowsThatBeginOrEndWithATabHaveTheirHeadersNumberOfFields() throws IOException {
    inbox.with("sip/1.csv", "\tlopnr\tupprattad", "0\ta\t2024-01-01", "1\tb\t2024-01-01");
    inbox.with("sip/2.txt", "lopnr\tupprattad\t", "a\t2024-01-01\t");
    inbox.with("sip/3.txt", "\tlopnr\tupprattad\t", "0\ta\t2024-01-01\t");
    inbox.with("sip/4.csv", ";lopnr;upprattad;", "0;a;2024-01-01;");

    String twice = "the header names '' more than once (expected each column once)";
    assertThat(inbox.judged().values())
        .containsExactly(
            "2 rows, 0 blank",
            "1 rows, 0 blank",
            refused("sip/3.txt", twice),
            refused("sip/4.csv", twice));
  }

  @Test
  void aFileNameMayHoldBlanksAndLettersOfAnyKind() throws IOException {
    inbox.with("sip/Vindeln 100 % åäö #1.csv", HEADER, ROW);
    inbox.with("sip/Norsjö [2].csv.gz", packed(ascii(HEADER + "\n" + ROW)));

    assertThat(inbox.judged().values()).containsExactly("1 rows, 0 blank", "1 rows, 0 blank");
  }

  @Test
  void aFileWithoutHeaderTellsNoValueOfItsFirstRow() throws IOException {
    inbox.with("sip/1.csv", "secret;2024-01-01;2024-01-01", "other;2024-01-01;2024-01-01");

    assertThat(inbox.judged().values())
        .containsExactly(
            refused(
                "sip/1.csv",
                "columns 'lopnr', 'upprattad' are missing (expected 2 required columns, found 0)"));
  }

  private static String refused(String file, String why) {
    return "refused: Cannot read %s: %s.".formatted(file, why) + ASK;
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.write(part);
    }
    return joined.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
