package se.jamlik.pipeline.pseudonymise;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.adapt.Fields;
import se.jamlik.pipeline.adapt.LineReader;
import se.jamlik.pipeline.adapt.Scan;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The rows of a text file by the reading rules of the input contract, one at a time: delimiter and
 * encoding are found, and a physical line is a row.
 */
final class CsvRows implements AutoCloseable {
  private final Path file;
  private final Scan scan;
  private final InputStream in;
  private final LineReader lines;
  private final Charset charset;
  private final List<String> header;
  private final Fields fields;
  private long line = 1;
  private long blankLines;
  private int count;
  private boolean isWhole;

  private CsvRows(Path file, Scan scan, InputStream in) throws IOException {
    this.file = file;
    this.scan = scan;
    this.in = in;
    this.charset = Charset.forName(scan.charset());
    this.lines = new LineReader(in, Long.MAX_VALUE);
    lines.next();
    String text = lines.text(charset);
    this.header = split(text.startsWith("\ufeff") ? text.substring(1) : text);
    this.fields = new Fields(scan.delimiter(), header.size());
  }

  static CsvRows of(Path file) throws IOException {
    Scan scan = scanned(file);
    if (scan.isRefused()) {
      throw new UserError(
          ExitCode.DELIVERY,
          "Cannot read %s: %s (expected a text file with a header). Export it again."
              .formatted(file.getFileName(), scan.problem()));
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return new CsvRows(
        file, scan, scan.shape() == Scan.Shape.GZIP ? new GZIPInputStream(raw, 1 << 16) : raw);
  }

  private static Scan scanned(Path file) throws IOException {
    try {
      return Scan.ofText(file);
    } catch (NoSuchFileException e) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot read %s: there is no such file (expected a text file). Check the name."
              .formatted(file.getFileName()),
          e);
    }
  }

  private List<String> split(String text) {
    Fields names = new Fields(scan.delimiter(), text.length() + 1);
    int columns = names.split(text);
    List<String> split = new ArrayList<>();
    for (int place = 0; place < columns; place++) {
      split.add(Normalizer.normalize(names.value(place), Normalizer.Form.NFC).strip());
    }
    return List.copyOf(split);
  }

  /** The column names as they are written. */
  List<String> header() {
    return header;
  }

  char delimiter() {
    return scan.delimiter();
  }

  /** The place of a column, without regard to case; names that stand twice are refused. */
  int place(String column) {
    List<String> names = header.stream().map(CsvRows::comparable).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new UserError(
          ExitCode.DELIVERY,
          "Cannot read %s: two columns of the header have the same name (expected different names). Export it again."
              .formatted(file.getFileName()));
    }
    int place = names.indexOf(comparable(column));
    if (place < 0) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot read %s: there is no column '%s' among its %d (expected the column with the personnummer). Check --column."
              .formatted(file.getFileName(), column, names.size()));
    }
    return place;
  }

  static String comparable(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  /** Moves to the next row; blank lines are counted on the way. */
  boolean next() throws IOException {
    while (lines.next()) {
      line++;
      isWhole = lines.isWhole();
      boolean isBlank = lines.isBlank();
      while (!lines.isLast() && lines.next()) {
        isBlank &= lines.isBlank();
      }
      if (!isBlank) {
        count = isWhole ? fields.split(lines.text(charset)) : Fields.BROKEN;
        return true;
      }
      blankLines++;
    }
    return false;
  }

  /** Why the row cannot be read, or null; it never holds a value. */
  @Nullable String problem() {
    if (!isWhole) {
      return "the line is too long";
    }
    if (count == Fields.BROKEN) {
      return "the quotes do not match";
    }
    return count == header.size()
        ? null
        : "%d fields where the header has %d".formatted(count, header.size());
  }

  String value(int place) {
    return fields.value(place);
  }

  /** The row's line, the header being line 1. */
  long line() {
    return line;
  }

  long blankLines() {
    return blankLines;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
