package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;
import se.jamlik.pipeline.adapt.Fields;
import se.jamlik.pipeline.adapt.LineReader;
import se.jamlik.pipeline.vocabulary.Personnummer;

/**
 * Reads the physical lines of one part of a text delivery, each of them one row. A quote that is
 * left open makes its line wait: if the lines after it close the quote and make one whole row of
 * it, each of them belongs to a line break inside quotes and goes aside; if not, the open quote
 * costs its own line alone.
 */
final class TextRows {
  private static final int LONGEST_LINE = 1_000_000;

  /** Lines that a field with line breaks may take; TextScan cuts no part within as many. */
  private static final int MOST_WAITING = 100;

  private final ChunkTask task;
  private final RowSink sink;
  private final Guard guard;
  private final RowReader reader;
  private final Fields fields;
  private final int expected;
  private final Deque<Line> waiting = new ArrayDeque<>();
  private long blankLines;

  private record Line(String text, long number, boolean isBlank) {}

  TextRows(ChunkTask task, RowSink sink, Guard guard) {
    this.task = task;
    this.sink = sink;
    this.guard = guard;
    this.reader = new RowReader(task.table(), task.scan().header());
    this.expected = task.scan().header().names().size();
    this.fields = new Fields(task.scan().delimiter(), expected);
  }

  /** Reads to the end and returns how many lines were blank. */
  long read(LineReader lines) throws IOException {
    Charset charset = Charset.forName(task.scan().charset());
    long number = task.chunk().firstLine();
    boolean isLongBlank = true;
    while (lines.next()) {
      boolean isBlank = lines.isBlank();
      if (lines.isWhole()) {
        line(new Line(lines.text(charset), number, isBlank));
      } else {
        waitNoLonger();
        isLongBlank &= isBlank;
        piece(lines.text(charset), number);
        if (lines.isLast()) {
          longLine(number, isLongBlank);
          isLongBlank = true;
        }
      }
      number += lines.isLast() ? 1 : 0;
    }
    waitNoLonger();
    return blankLines;
  }

  private void line(Line line) throws IOException {
    boolean isOpen = Fields.hasOpenQuote(line.text());
    if (waiting.isEmpty() && !isOpen) {
      judge(line);
      return;
    }
    waiting.add(line);
    if (isOpen && waiting.size() > 1) {
      if (isOneRow()) {
        for (Line part : waiting) {
          aside(part, Reasons.LINE_BREAK);
        }
        waiting.clear();
      } else {
        waiting.removeLast();
        waitNoLonger();
        waiting.add(line);
      }
    } else if (waiting.size() > MOST_WAITING || waitingLength() > LONGEST_LINE) {
      waitNoLonger();
    }
  }

  private int waitingLength() {
    return waiting.stream().mapToInt(line -> line.text().length()).sum();
  }

  private boolean isOneRow() {
    return fields.split(waiting.stream().map(Line::text).collect(Collectors.joining("\n")))
        == expected;
  }

  private void waitNoLonger() throws IOException {
    for (Line line : waiting) {
      judge(line);
    }
    waiting.clear();
  }

  private void judge(Line line) throws IOException {
    if (line.isBlank()) {
      blankLines++;
      return;
    }
    Optional<String> reason = reason(line.text());
    if (reason.isPresent()) {
      aside(line, reason.get());
    } else {
      look(line, expected);
      sink.keep(reader, line.number());
    }
  }

  private void aside(Line line, String reason) throws IOException {
    if (line.isBlank()) {
      blankLines++;
    } else {
      look(line, Math.min(expected, Math.max(0, fields.split(line.text()))));
      sink.quarantine(reason, guard.masked(line.text()), line.number());
    }
  }

  /** Why the line breaks the contract; nothing when the reader holds its row. */
  private Optional<String> reason(String text) {
    if (text.length() > LONGEST_LINE) {
      return Optional.of(Reasons.TOO_LONG);
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.of(Reasons.NUL);
    }
    int count = fields.split(text);
    if (count == Fields.BROKEN) {
      return Optional.of(Reasons.BROKEN_QUOTES);
    }
    if (count != expected) {
      return Optional.of(Reasons.fields(count, expected));
    }
    reader.start();
    for (int field = 0; field < count; field++) {
      Optional<String> reason = reader.take(field, fields.value(field));
      if (reason.isPresent()) {
        return reason;
      }
    }
    return reader.end();
  }

  /** Looks for a personnummer; a line without any needs no look at its fields. */
  private void look(Line line, int count) throws IOException {
    Personnummer.Find find = guard.in(line.text());
    if (find == Personnummer.Find.NOTHING) {
      return;
    }
    boolean isFound = false;
    for (int field = 0; field < count; field++) {
      isFound |= guard.count(field, fields.value(field), line.number());
    }
    if (!isFound && find == Personnummer.Find.CERTAIN) {
      guard.countElsewhere(line.number());
    }
    if (guard.hasCertain()) {
      sink.shut();
    }
  }

  private void piece(String text, long number) throws IOException {
    if (guard.in(text) == Personnummer.Find.CERTAIN) {
      guard.countElsewhere(number);
      sink.shut();
    }
  }

  private void longLine(long number, boolean isBlank) throws IOException {
    if (isBlank) {
      blankLines++;
    } else {
      sink.quarantine(Reasons.TOO_LONG, "", number);
    }
  }
}
