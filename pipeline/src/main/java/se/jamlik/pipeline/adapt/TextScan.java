package se.jamlik.pipeline.adapt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import se.jamlik.pipeline.adapt.Scan.Shape;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * Looks through the bytes of a text file once: hash, encoding, header, and where its lines are. The
 * lines are counted here, apart from the reader that parses them, so that the account of the file
 * does not lean on it.
 */
final class TextScan {
  /** Bytes after which a part of the file ends with the line. */
  static final int CHUNK = 12 << 20;

  /** Lines after an open quote that stay in its part, so that one task sees where it closes. */
  private static final int QUOTED_LINES = 101;

  private static final int LONGEST_HEADER = 1 << 20;

  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private final List<Chunk> chunks = new ArrayList<>();
  private final Encoding encoding = new Encoding();
  private boolean isInHeader = true;
  private boolean isHeaderTooLong;
  private boolean isBlank = true;
  private boolean isQuoteOpen;
  private int quotedLines;
  private long position;
  private long lineStart;
  private long line = 1;
  private long chunkStart;
  private long chunkLine = 2;
  private long rows;
  private long blankLines;

  private TextScan() {}

  static Scan of(Path file, Shape shape) throws IOException {
    MessageDigest digest = Sha256.digest();
    TextScan scan = new TextScan();
    String problem = "";
    try (InputStream raw = Files.newInputStream(file);
        InputStream bytes = new DigestInputStream(raw, digest)) {
      if (shape == Shape.GZIP) {
        problem = scan.readPacked(bytes);
      } else {
        scan.read(bytes);
      }
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    String sha256 = Sha256.hexadecimal(digest);
    problem = problem.isEmpty() ? scan.problem() : problem;
    return problem.isEmpty() ? scan.found(sha256, shape) : Scan.refused(sha256, shape, problem);
  }

  /** Why the gzip cannot be read to its end, or an empty text. */
  private String readPacked(InputStream bytes) {
    try {
      Gzip gzip = new Gzip(bytes);
      read(gzip);
      return gzip.hasMore() ? "something follows the end of the gzip" : "";
    } catch (IOException e) {
      return "the gzip is damaged or cut short";
    }
  }

  private void read(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 18];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      encoding.look(buffer, read, line);
      lines(buffer, read);
    }
    encoding.end(line);
    if (position > lineStart) {
      endOfLine(position);
    }
    endOfChunk(position);
  }

  private void lines(byte[] buffer, int length) {
    for (int at = 0; at < length; at++) {
      byte value = buffer[at];
      if (value == '\n') {
        position++;
        endOfLine(position);
        continue;
      }
      isQuoteOpen ^= value == '"';
      if (isBlank && !LineReader.isBlank(value)) {
        isBlank = false;
      }
      if (isInHeader) {
        isHeaderTooLong |= header.size() >= LONGEST_HEADER;
        if (!isHeaderTooLong) {
          header.write(value);
        }
      }
      position++;
    }
  }

  private void endOfLine(long next) {
    line++;
    lineStart = next;
    if (isInHeader) {
      isInHeader = false;
      chunkStart = next;
    } else if (isBlank) {
      blankLines++;
    } else {
      rows++;
    }
    isBlank = true;
    quotedLines = isQuoteOpen ? QUOTED_LINES : quotedLines - 1;
    isQuoteOpen = false;
    if (next - chunkStart >= CHUNK && quotedLines <= 0) {
      endOfChunk(next);
    }
  }

  private void endOfChunk(long end) {
    if (end > chunkStart && !isInHeader) {
      chunks.add(new Chunk(chunkStart, end - chunkStart, chunkLine, rows, blankLines));
    }
    chunkStart = end;
    chunkLine = line;
    rows = 0;
    blankLines = 0;
  }

  private String problem() {
    if (position == 0) {
      return "the file is empty";
    }
    if (isHeaderTooLong) {
      return "the header line is longer than 1 MiB";
    }
    String line = header.toString(StandardCharsets.ISO_8859_1);
    String text = stripped(line, Header.delimiterOf(line));
    if (!encoding.isKnown() || text.indexOf('\0') >= 0) {
      return "the text is neither UTF-8 nor Windows-1252 nor ISO-8859-1";
    }
    if (encoding.isMixed()) {
      return "line %d is not UTF-8 and other lines are, so that no encoding gives the right text"
          .formatted(encoding.wrongLine());
    }
    return text.indexOf('\r') >= 0
        ? "a carriage return alone ends the header (expected lines that end with a line feed)"
        : "";
  }

  private Scan found(String sha256, Shape shape) {
    String text = header.toString(encoding.charset());
    text = text.startsWith("\ufeff") ? text.substring(1) : text;
    char delimiter = Header.delimiterOf(text);
    List<Chunk> parts = shape == Shape.GZIP ? whole() : chunks;
    return new Scan(
        sha256,
        shape,
        encoding.charset().name(),
        delimiter,
        Header.ofLine(stripped(text, delimiter), delimiter),
        parts,
        "");
  }

  /** Without blanks around it; a tab that is the delimiter has a name on each side, if empty. */
  private static String stripped(String line, char delimiter) {
    int from = 0;
    int to = line.length();
    while (from < to && isBlank(line.charAt(from), delimiter)) {
      from++;
    }
    while (to > from && isBlank(line.charAt(to - 1), delimiter)) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isBlank(char character, char delimiter) {
    return character != delimiter && Character.isWhitespace(character);
  }

  /** A compressed file cannot be entered in its middle. */
  private List<Chunk> whole() {
    if (chunks.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Chunk(
            chunks.get(0).offset(),
            chunks.stream().mapToLong(Chunk::length).sum(),
            2,
            chunks.stream().mapToLong(Chunk::rows).sum(),
            chunks.stream().mapToLong(Chunk::blankLines).sum()));
  }
}
