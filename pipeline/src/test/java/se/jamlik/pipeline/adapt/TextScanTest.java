package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.adapt.Scan.Shape;

class TextScanTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  @Test
  void utf8IsFoundWithAndWithoutMark() throws IOException {
    assertThat(scan("namn\nÅsele\n".getBytes(StandardCharsets.UTF_8)).charset()).isEqualTo("UTF-8");
    Scan marked = scan("\ufeffNamn\nÅsele\n".getBytes(StandardCharsets.UTF_8));
    assertThat(marked.charset()).isEqualTo("UTF-8");
    assertThat(marked.header().names()).containsExactly("namn");
  }

  @Test
  void whatIsNotUtf8IsWindows1252OrItsPartLatin1() throws IOException {
    assertThat(scan("namn\nÅsele\n".getBytes(StandardCharsets.ISO_8859_1)).charset())
        .isEqualTo("windows-1252");
    assertThat(scan("namn\n€ – Åsele\n".getBytes(WINDOWS)).charset()).isEqualTo("windows-1252");
  }

  @Test
  void aByteThatNoEncodingHasRefusesTheFile() throws IOException {
    assertThat(
            scan(new byte[] {'a', '\n', (byte) 0xc5, (byte) 0x81, ' ', (byte) 0xc5, '\n'})
                .problem())
        .isEqualTo("the text is neither UTF-8 nor Windows-1252 nor ISO-8859-1");
    assertThat(scan("a\nÅ\n".getBytes(StandardCharsets.UTF_16)).isRefused()).isTrue();
    byte[] marked = "\ufeffa\nÅ".getBytes(StandardCharsets.UTF_8);
    assertThat(scan(Arrays.copyOf(marked, marked.length - 1)).isRefused()).isTrue();
  }

  @Test
  void aCharacterCutByTheEndOfTheFileIsNotUtf8() throws IOException {
    byte[] whole = "namn\nÅ".getBytes(StandardCharsets.UTF_8);
    assertThat(scan(Arrays.copyOf(whole, whole.length - 1)).charset()).isEqualTo("windows-1252");
  }

  @Test
  void linesAreCountedWithAndWithoutCarriageReturnAndFinalLineFeed() throws IOException {
    assertThat(scan(ascii("a;b\r\n1;2\r\n\r\n \t\r\n3;4")))
        .extracting(Scan::rows, Scan::blankLines)
        .containsExactly(2L, 2L);
    assertThat(scan(ascii("a;b\n1;2\n")).rows()).isEqualTo(1);
    assertThat(scan(ascii("a;b")).rows()).isZero();
    assertThat(scan(ascii("a;b\n")).rows()).isZero();
    assertThat(scan(ascii("a;b\n1\r2;3\n")).rows()).isEqualTo(1); // a lone return ends no line
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(scan(new byte[0]).problem()).isEqualTo("the file is empty");
  }

  @Test
  void theDelimiterIsTheMostFrequentInTheHeader() throws IOException {
    assertThat(scan(ascii("a;b,c;d\n")).delimiter()).isEqualTo(';');
    assertThat(scan(ascii("a,b,c\n;;;;\n")).delimiter()).isEqualTo(',');
    assertThat(scan(ascii("a\tb\n")).delimiter()).isEqualTo('\t');
  }

  @Test
  void headerNamesAreReadWithoutRegardToCaseQuotesAndBlanks() throws IOException {
    assertThat(scan(ascii("LopNr; \"Kommun\" ;FOM\n")).header().names())
        .containsExactly("lopnr", "kommun", "fom");
  }

  @Test
  void anEmptyNameBetweenDelimitersIsAColumnAlsoFirstAndLast() throws IOException {
    assertThat(scan(ascii(";a;b;\n")).header().names()).containsExactly("", "a", "b", "");
    assertThat(scan(ascii("\ta\tb\n")).header().names()).containsExactly("", "a", "b");
    assertThat(scan(ascii("a\tb\t\r\n")).header().names()).containsExactly("a", "b", "");
    assertThat(scan(ascii(" \t a \t \"b\" \r\n")).header().names()).containsExactly("", "a", "b");
    assertThat(scan("\ufeff\tÅ\n".getBytes(StandardCharsets.UTF_8)).header().names())
        .containsExactly("", "å");
  }

  @Test
  void aTabThatIsNoDelimiterIsABlank() throws IOException {
    assertThat(scan(ascii("\ta;b;c;\"d\"\t\n")).header().names())
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void aLoneReturnInTheHeaderRefusesTheFileAlsoBeforeItsLastDelimiter() throws IOException {
    String problem =
        "a carriage return alone ends the header (expected lines that end with a line feed)";
    assertThat(scan(ascii("a\rb\tc\n")).problem()).isEqualTo(problem);
    assertThat(scan(ascii("a\tb\r\t\n")).problem()).isEqualTo(problem);
  }

  @Test
  void aLargeFileIsCutBetweenLines() throws IOException {
    String row = "x".repeat(999) + "\n";
    byte[] bytes = ascii("a\n" + row.repeat(30_000));
    Scan scan = scan(bytes);
    assertThat(scan.chunks()).hasSize(3);
    assertThat(scan.rows()).isEqualTo(30_000);
    for (Chunk chunk : scan.chunks()) {
      assertThat(bytes[(int) chunk.offset() - 1]).isEqualTo((byte) '\n');
      assertThat(chunk.length()).isEqualTo(chunk.rows() * 1000);
      assertThat(chunk.offset()).isEqualTo(2 + (chunk.firstLine() - 2) * 1000);
    }
  }

  @Test
  void aCompressedFileIsOnePartAndADamagedOneIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(ascii("a;b\n1;2\n3;4\n"));
    }
    byte[] bytes = packed.toByteArray();
    assertThat(scan(bytes, Shape.GZIP).chunks()).containsExactly(new Chunk(4, 8, 2, 2, 0));
    assertThat(scan(Arrays.copyOf(bytes, bytes.length - 9), Shape.GZIP).problem())
        .isEqualTo("the gzip is damaged or cut short");
    assertThat(scan(ascii("a;b\n1;2\n"), Shape.GZIP).isRefused()).isTrue();
    assertThat(scan(new byte[0], Shape.GZIP).isRefused()).isTrue();
  }

  @Test
  void theHashIsThatOfTheFileAsItLies() throws IOException {
    assertThat(scan(ascii("abc")).sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private Scan scan(byte[] bytes) throws IOException {
    return scan(bytes, Shape.TEXT);
  }

  private Scan scan(byte[] bytes, Shape shape) throws IOException {
    return TextScan.of(Files.write(folder.resolve("file"), bytes), shape);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
