package se.jamlik.pipeline.adapt;

/**
 * Splits one physical line into its fields. Fields may be quoted, a quote inside quotes is doubled,
 * and blanks around quotes do not count; a quote that is not closed on its line breaks the line.
 */
public final class Fields {
  /** The line cannot be split. */
  public static final int BROKEN = -1;

  private static final char QUOTE = '"';

  private final char delimiter;
  private final String[] values;

  /** Splits into at most {@code most} fields; more are counted, not kept. */
  public Fields(char delimiter, int most) {
    this.delimiter = delimiter;
    this.values = new String[most];
  }

  /** The field at a place from 0; valid until the next line is split. */
  public String value(int place) {
    return values[place];
  }

  /** How many fields the line has, or {@link #BROKEN}. */
  public int split(String line) {
    return line.indexOf(QUOTE) < 0 ? splitPlain(line) : splitQuoted(line);
  }

  /** Whether a quote on the line has no partner. */
  public static boolean hasOpenQuote(String line) {
    boolean isOpen = false;
    for (int at = line.indexOf(QUOTE); at >= 0; at = line.indexOf(QUOTE, at + 1)) {
      isOpen = !isOpen;
    }
    return isOpen;
  }

  private int splitPlain(String line) {
    int count = 0;
    int from = 0;
    while (true) {
      int to = line.indexOf(delimiter, from);
      if (to < 0) {
        keep(count++, line.substring(from));
        return count;
      }
      if (count < values.length) {
        keep(count, line.substring(from, to));
      }
      count++;
      from = to + 1;
    }
  }

  private int splitQuoted(String line) {
    if (hasOpenQuote(line)) {
      return BROKEN;
    }
    int count = 0;
    int from = 0;
    while (true) {
      int start = afterBlanks(line, from);
      int to;
      if (start < line.length() && line.charAt(start) == QUOTE) {
        int closing = closing(line, start + 1);
        to = closing < 0 ? BROKEN : afterBlanks(line, closing + 1);
        if (to == BROKEN || (to < line.length() && line.charAt(to) != delimiter)) {
          return BROKEN;
        }
        keep(count++, line.substring(start + 1, closing).replace("\"\"", "\""));
      } else {
        int next = line.indexOf(delimiter, from);
        to = next < 0 ? line.length() : next;
        keep(count++, line.substring(from, to));
      }
      if (to >= line.length()) {
        return count;
      }
      from = to + 1;
    }
  }

  private void keep(int place, String value) {
    if (place < values.length) {
      values[place] = value;
    }
  }

  private int afterBlanks(String line, int from) {
    int at = from;
    while (at < line.length()
        && line.charAt(at) != delimiter
        && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int closing(String line, int from) {
    int at = line.indexOf(QUOTE, from);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == QUOTE) {
      at = line.indexOf(QUOTE, at + 2);
    }
    return at;
  }
}
