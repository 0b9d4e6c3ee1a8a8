package se.jamlik.jobs.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A text delivery as physical lines, and a line as fields. */
final class ReferenceText {
  private ReferenceText() {}

  /** The delivery cannot be read at all. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** The line does not follow the rules of quoting. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  /** The physical lines of a file; the line break after the last one makes no further line. */
  static List<String> lines(Path file) throws IOException, Refused {
    byte[] bytes = Files.readAllBytes(file);
    if (file.getFileName().toString().endsWith(".gz")) {
      bytes = unzipped(bytes);
    }
    String text = Normalizer.normalize(decoded(bytes), Normalizer.Form.NFC);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.isEmpty()) {
      throw new Refused("empty file");
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String line = text.substring(from, end);
      lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      from = end + 1;
    }
    return lines;
  }

  private static byte[] unzipped(byte[] bytes) throws Refused {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new Refused("unreadable or truncated gzip");
    }
  }

  private static String decoded(byte[] bytes) throws Refused {
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == 0) {
        throw new Refused("an encoding that cannot be decoded");
      }
    }
    try {
      return strictly(bytes, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUnicode) {
      try {
        // Windows-1252 and ISO-8859-1 differ only in 0x80..0x9F, which ISO-8859-1 text does not
        // use.
        return strictly(bytes, Charset.forName("windows-1252"));
      } catch (CharacterCodingException neither) {
        throw new Refused("an encoding that cannot be decoded");
      }
    }
  }

  private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /**
   * The one of semicolon, comma and tab that is most frequent in the header; of equals, the first
   * named.
   */
  static char delimiter(String header) {
    char best = ';';
    for (char candidate : new char[] {';', ',', '\t'}) {
      if (occurrences(header, candidate) > occurrences(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long occurrences(String text, char wanted) {
    return text.chars().filter(each -> each == wanted).count();
  }

  /** The fields of one line, without their quotes. */
  static List<String> fields(String line, char delimiter) throws Malformed {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int start = afterBlanks(line, at, delimiter);
      StringBuilder field = new StringBuilder();
      if (start < line.length() && line.charAt(start) == '"') {
        at = afterBlanks(line, afterQuoted(line, start, field), delimiter);
        if (at < line.length() && line.charAt(at) != delimiter) {
          throw new Malformed("text after a closing quote");
        }
      } else {
        int end = line.indexOf(delimiter, at);
        end = end < 0 ? line.length() : end;
        field.append(line, at, end);
        at = end;
        if (field.indexOf("\"") >= 0) {
          throw new Malformed("a quote inside an unquoted field");
        }
      }
      fields.add(field.toString());
      if (at >= line.length()) {
        return fields;
      }
      at++;
    }
  }

  private static int afterBlanks(String line, int from, char delimiter) {
    int at = from;
    while (at < line.length()
        && Character.isWhitespace(line.charAt(at))
        && line.charAt(at) != delimiter) {
      at++;
    }
    return at;
  }

  private static int afterQuoted(String line, int openingQuote, StringBuilder field)
      throws Malformed {
    int at = openingQuote + 1;
    while (at < line.length()) {
      char each = line.charAt(at);
      if (each != '"') {
        field.append(each);
        at++;
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        field.append('"');
        at += 2;
      } else {
        return at + 1;
      }
    }
    throw new Malformed("a quote that is not closed on its line");
  }
}
