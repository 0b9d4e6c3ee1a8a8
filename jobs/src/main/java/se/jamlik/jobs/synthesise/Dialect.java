package se.jamlik.jobs.synthesise;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** How one sender writes text files, of the ways that the input contract names. */
record Dialect(
    char delimiter,
    Encoding encoding,
    Header header,
    boolean isCompactDate,
    boolean isDecimalComma,
    boolean isQuoted,
    String lineEnd,
    String ending) {

  /** Text to bytes. */
  enum Encoding {
    UTF_8,
    UTF_8_WITH_BOM,
    ISO_8859_1,
    WINDOWS_1252
  }

  /** The case of the header's names. */
  enum Header {
    LOWER,
    UPPER,
    CAPITALISED
  }

  static final Dialect PLAIN =
      new Dialect(';', Encoding.UTF_8, Header.LOWER, false, false, false, "\n", ".csv");

  /** The dialect of a sender: a file keeps its own, since it follows from the path. */
  static Dialect of(Dice dice) {
    char delimiter = dice.oneOf(List.of(';', ';', ',', '\t'));
    return new Dialect(
        delimiter,
        dice.oneOf(List.of(Encoding.values())),
        dice.oneOf(List.of(Header.values())),
        dice.chance(0.4),
        delimiter != ',' && dice.chance(0.5),
        dice.chance(0.15),
        dice.chance(0.3) ? "\r\n" : "\n",
        dice.oneOf(List.of(".csv", ".csv", ".csv", ".csv.gz", ".txt")));
  }

  String description() {
    return String.format(
        Locale.ROOT,
        "delimiter %s, %s, header %s, dates %s, decimals with %s, %s fields, %s%s",
        delimiter == '\t' ? "tab" : String.valueOf(delimiter),
        encoding,
        header,
        isCompactDate ? "YYYYMMDD" : "YYYY-MM-DD",
        isDecimalComma ? "comma" : "point",
        isQuoted ? "quoted" : "plain",
        lineEnd.length() == 2 ? "CRLF, " : "LF, ",
        ending);
  }

  OutputStream opened(Path file) throws IOException {
    OutputStream stream = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    OutputStream bytes = ending.endsWith(".gz") ? new GZIPOutputStream(stream, 1 << 16) : stream;
    if (encoding == Encoding.UTF_8_WITH_BOM) {
      bytes.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }
    return bytes;
  }

  byte[] headerLine(List<Table.Column> columns) {
    List<String> names = new ArrayList<>();
    for (Table.Column column : columns) {
      String name = column.name();
      names.add(
          switch (header) {
            case LOWER -> name;
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case CAPITALISED -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
          });
    }
    return line(names);
  }

  /** A row's cells as this sender spells them. */
  byte[] rowLine(List<Table.Column> columns, List<String> cells) {
    List<String> spelled = new ArrayList<>(cells);
    for (int index = 0; index < Math.min(cells.size(), columns.size()); index++) {
      Table.Column column = columns.get(index);
      boolean isDate = column.type() == Table.Type.DATE || column.name().equals("dodsdat");
      if (isDate && isCompactDate) {
        spelled.set(index, cells.get(index).replace("-", ""));
      } else if (column.type() == Table.Type.DECIMAL && isDecimalComma) {
        spelled.set(index, cells.get(index).replace('.', ','));
      }
    }
    return line(spelled);
  }

  private byte[] line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int index = 0; index < cells.size(); index++) {
      String cell = cells.get(index);
      if (index > 0) {
        line.append(delimiter);
      }
      boolean needsQuotes = cell.indexOf(delimiter) >= 0 || cell.indexOf('\n') >= 0;
      line.append(isQuoted || needsQuotes ? '"' + cell + '"' : cell);
    }
    return line.append(lineEnd).toString().getBytes(charset());
  }

  private Charset charset() {
    return switch (encoding) {
      case UTF_8, UTF_8_WITH_BOM -> StandardCharsets.UTF_8;
      case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
      case WINDOWS_1252 -> Charset.forName("windows-1252");
    };
  }
}
