package se.jamlik.pipeline.adapt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
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
  private static final Charset WINDOWS = Charset.forName("windows-1252");

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
      try {
        scan.read(shape == Shape.GZIP ? new GZIPInputStream(bytes, 1 << 16) : bytes);
      } catch (IOException e) {
        if (shape != Shape.GZIP) {
          throw e;
        }
        problem = "the gzip is damaged or cut short";
      }
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    }
    String sha256 = Sha256.hexadecimal(digest);
    problem = problem.isEmpty() ? scan.problem() : problem;
    return problem.isEmpty() ? scan.found(sha256, shape) : Scan.refused(sha256, shape, problem);
  }

  private void read(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 18];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      encoding.look(buffer, read);
      lines(buffer, read);
    }
    encoding.end();
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
    if (!encoding.isKnown()) {
      return "the text is neither UTF-8 nor Windows-1252 nor ISO-8859-1";
    }
    return isHeaderTooLong ? "the header line is longer than 1 MiB" : "";
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
        Header.ofLine(text.strip(), delimiter),
        parts,
        "");
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

  /** Finds the encoding by strict decoding, never by guessing past an error. */
  private static final class Encoding {
    /** The bytes that Windows-1252 leaves without a character. */
    private static final List<Integer> UNDEFINED = List.of(0x81, 0x8d, 0x8f, 0x90, 0x9d);

    private final CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(1 << 16);
    private ByteBuffer rest = ByteBuffer.allocate(0);
    private final byte[] first = new byte[3];
    private int seen;
    private boolean isUtf8 = true;
    private boolean isWindows = true;

    void look(byte[] buffer, int length) {
      for (int at = 0; seen < first.length && at < length; at++) {
        first[seen++] = buffer[at];
      }
      boolean isAscii = rest.remaining() == 0;
      for (int at = 0; at < length; at++) {
        if (buffer[at] < 0) {
          isAscii = false;
          isWindows &= !UNDEFINED.contains(buffer[at] & 0xff);
        }
      }
      if (isUtf8 && !isAscii) {
        decode(buffer, length);
      }
    }

    private void decode(byte[] buffer, int length) {
      ByteBuffer bytes =
          ByteBuffer.allocate(rest.remaining() + length).put(rest).put(buffer, 0, length).flip();
      java.nio.charset.CoderResult result;
      do {
        scratch.clear();
        result = utf8.decode(bytes, scratch, false);
      } while (result.isOverflow());
      isUtf8 = !result.isError();
      rest = bytes;
    }

    void end() {
      if (isUtf8 && rest.hasRemaining()) {
        try {
          StandardCharsets.UTF_8.newDecoder().decode(rest);
        } catch (CharacterCodingException e) {
          isUtf8 = false;
        }
      }
    }

    /** A byte order mark says what the file is; then nothing else will do. */
    boolean isKnown() {
      boolean saysUtf8 =
          seen == 3
              && first[0] == (byte) 0xef
              && first[1] == (byte) 0xbb
              && first[2] == (byte) 0xbf;
      boolean saysUtf16 =
          seen >= 2
              && ((first[0] == (byte) 0xff && first[1] == (byte) 0xfe)
                  || (first[0] == (byte) 0xfe && first[1] == (byte) 0xff));
      return isUtf8 || (isWindows && !saysUtf8 && !saysUtf16);
    }

    /** Without the bytes 80-9F, Windows-1252 and ISO-8859-1 are the same. */
    Charset charset() {
      return isUtf8 ? StandardCharsets.UTF_8 : WINDOWS;
    }
  }
}
