package se.jamlik.pipeline.adapt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds the encoding of a text by strict decoding, never by guessing past an error. */
final class Encoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer scratch = CharBuffer.allocate(1 << 16);
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private final byte[] first = new byte[3];
  private int seen;
  private byte before;
  private boolean isUtf8 = true;
  private boolean isWindows = true;
  private boolean hasLettersOfUtf8;
  private long wrongLine;

  /** Looks at the next bytes, the first of which stand on this line. */
  void look(byte[] buffer, int length, long line) {
    for (int at = 0; seen < first.length && at < length; at++) {
      first[seen++] = buffer[at];
    }
    boolean isAscii = rest.remaining() == 0;
    for (int at = 0; at < length; at++) {
      byte value = buffer[at];
      if (value < 0) {
        isAscii = false;
        isWindows &= isDefined(value & 0xff);
        hasLettersOfUtf8 |= value < (byte) 0xc0 && isLeadOfLetter(before);
      }
      before = value;
    }
    if (isUtf8 && !isAscii) {
      decode(buffer, length, line);
    }
  }

  private void decode(byte[] buffer, int length, long line) {
    ByteBuffer bytes =
        ByteBuffer.allocate(rest.remaining() + length).put(rest).put(buffer, 0, length).flip();
    CoderResult result;
    do {
      scratch.clear();
      result = utf8.decode(bytes, scratch, false);
    } while (result.isOverflow());
    isUtf8 = !result.isError();
    if (!isUtf8) {
      wrongLine = line;
      for (int at = 0; at < bytes.position(); at++) {
        wrongLine += bytes.get(at) == '\n' ? 1 : 0;
      }
    }
    rest = bytes;
  }

  /** The text has ended on this line. */
  void end(long line) {
    if (isUtf8 && rest.hasRemaining()) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(rest);
      } catch (CharacterCodingException e) {
        isUtf8 = false;
        wrongLine = line;
      }
    }
  }

  /** A byte order mark says what the file is; then nothing else will do. */
  boolean isKnown() {
    boolean saysUtf8 =
        seen == 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
    boolean saysUtf16 =
        seen >= 2
            && ((first[0] == (byte) 0xff && first[1] == (byte) 0xfe)
                || (first[0] == (byte) 0xfe && first[1] == (byte) 0xff));
    return isUtf8 || (isWindows && !saysUtf8 && !saysUtf16);
  }

  /**
   * Whether some of the text is UTF-8 and some is not: the letters that UTF-8 writes with C2 or C3
   * first are Â or Ã and a sign in Windows-1252, which no text means.
   */
  boolean isMixed() {
    return !isUtf8 && hasLettersOfUtf8;
  }

  /** The first line that is not UTF-8. */
  long wrongLine() {
    return wrongLine;
  }

  /** Without the bytes 80-9F, Windows-1252 and ISO-8859-1 are the same. */
  Charset charset() {
    return isUtf8 ? StandardCharsets.UTF_8 : WINDOWS;
  }

  /** Windows-1252 leaves five bytes without a character. */
  private static boolean isDefined(int value) {
    return switch (value) {
      case 0x81, 0x8d, 0x8f, 0x90, 0x9d -> false;
      default -> true;
    };
  }

  private static boolean isLeadOfLetter(byte value) {
    return value == (byte) 0xc2 || value == (byte) 0xc3;
  }
}
