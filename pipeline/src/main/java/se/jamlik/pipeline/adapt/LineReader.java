package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Reads physical lines from a stream of bytes: each ends with a line feed, with or without a
 * carriage return before it. Memory is bounded: a line longer than {@link #LONGEST} bytes comes in
 * pieces that overlap.
 */
public final class LineReader {
  /** Bytes of a line that are held at once. */
  static final int LONGEST = 1 << 22;

  /** Bytes of a piece that come again in the next, so that nothing hides on the border. */
  private static final int OVERLAP = 64;

  private final InputStream in;
  private long left;
  private byte[] buffer = new byte[1 << 18];
  private int start;
  private int end;
  private int lineStart;
  private int lineEnd;
  private boolean isWhole = true;
  private boolean isLast = true;
  private boolean hasEnded;
  private int moved;

  /** Reads at most {@code length} bytes of the stream. */
  public LineReader(InputStream in, long length) {
    this.in = in;
    this.left = length;
  }

  /** Moves to the next line, or the next piece of a long one; false at the end. */
  public boolean next() throws IOException {
    boolean continues = !isLast;
    int searched = start;
    while (true) {
      int feed = lineFeed(searched);
      if (feed >= 0) {
        return line(start, feed, feed + 1, !continues, true);
      }
      searched = end;
      if (end - start >= LONGEST) {
        return line(start, end, end - OVERLAP, false, false);
      }
      if (hasEnded || !fill()) {
        hasEnded = true;
        return (end > start) && line(start, end, end, !continues, true);
      }
      searched -= moved;
    }
  }

  /** The line, without its end; a piece of it when it is not whole. */
  public String text(Charset charset) {
    return new String(buffer, lineStart, lineEnd - lineStart, charset);
  }

  /** Whether nothing but blanks is on the line, or the piece, judged by its bytes. */
  public boolean isBlank() {
    for (int at = lineStart; at < lineEnd; at++) {
      if (!isBlank(buffer[at])) {
        return false;
      }
    }
    return true;
  }

  /** Whether this is a line and not a piece of one. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Whether this ends a line: the next call moves to another. */
  public boolean isLast() {
    return isLast;
  }

  static boolean isBlank(byte value) {
    return value == ' ' || value == '\t' || value == '\r' || value == 0x0b || value == 0x0c;
  }

  private boolean line(int from, int to, int next, boolean whole, boolean last) {
    lineStart = from;
    lineEnd = last && to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    start = next;
    isWhole = whole;
    isLast = last;
    return true;
  }

  private int lineFeed(int from) {
    for (int at = from; at < end; at++) {
      if (buffer[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    moved = 0;
    if (end == buffer.length && start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      moved = start;
      end -= start;
      start = 0;
    } else if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, end, (int) Math.min(left, buffer.length - end));
    if (read <= 0) {
      return false;
    }
    left -= read;
    end += read;
    return true;
  }
}
