package se.jamlik.jobs.synthesise;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of one shard of the population, kept apart by table and delivered file. */
final class Rows {
  private final Map<Table, TreeMap<String, Part>> parts = new EnumMap<>(Table.class);

  /** The part that holds the rows of a file, without folder and ending: "2025", "umea-2025". */
  Part of(Table table, String file) {
    return parts
        .computeIfAbsent(table, any -> new TreeMap<>())
        .computeIfAbsent(file, name -> new Part(table.columns().size()));
  }

  Part of(Table table, int year) {
    return of(table, Integer.toString(year));
  }

  /** Writes all parts after each other into one file and says where each of them lies. */
  Sections writtenTo(Path file) throws IOException {
    List<Section> sections = new ArrayList<>();
    long offset = 0;
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (Map.Entry<Table, TreeMap<String, Part>> table : parts.entrySet()) {
        for (Map.Entry<String, Part> part : table.getValue().entrySet()) {
          Part rows = part.getValue();
          stream.write(rows.bytes, 0, rows.length);
          sections.add(
              new Section(
                  table.getKey(), part.getKey(), file.toString(), offset, rows.length, rows.lines));
          offset += rows.length;
        }
      }
    }
    return new Sections(List.copyOf(sections));
  }

  /** Where the rows of one shard for one delivered file lie. */
  record Section(Table table, String file, String shard, long offset, long length, long rows)
      implements java.io.Serializable {}

  /** All parts of one shard. */
  record Sections(List<Section> all) implements java.io.Serializable {}

  /** Rows of one file, written cell by cell. */
  static final class Part {
    private final int columns;
    private byte[] bytes = new byte[512];
    private int length;
    private int cells;
    private long lines;

    private Part(int columns) {
      this.columns = columns;
    }

    /** A text of the letters of Latin-1; empty is null. */
    Part text(String text) {
      separate();
      for (int index = 0; index < text.length(); index++) {
        char letter = text.charAt(index);
        if (letter < 0x80) {
          add(letter);
        } else {
          add(0xC0 | (letter >> 6));
          add(0x80 | (letter & 0x3F));
        }
      }
      return this;
    }

    Part nothing() {
      separate();
      return this;
    }

    Part number(long number) {
      separate();
      if (number < 0) {
        add('-');
      }
      digits(Math.abs(number));
      return this;
    }

    /** A number of tenths, written with a decimal only where there is one. */
    Part tenths(long tenths) {
      number(tenths / 10);
      if (tenths % 10 != 0) {
        add('.');
        add((int) ('0' + Math.abs(tenths % 10)));
      }
      return this;
    }

    /** A date; {@link Calendar#NEVER} is null. */
    Part day(int day) {
      separate();
      if (day != Calendar.NEVER) {
        for (byte letter : Calendar.written(day)) {
          add(letter);
        }
      }
      return this;
    }

    /** Ends the row, which must have a cell for every column. */
    void end() {
      if (cells != columns) {
        throw new IllegalStateException("A row of " + cells + " cells in " + columns + " columns");
      }
      cells = 0;
      lines++;
      add('\n');
    }

    private void digits(long number) {
      if (number >= 10) {
        digits(number / 10);
      }
      add((int) ('0' + number % 10));
    }

    private void separate() {
      if (cells++ > 0) {
        add(';');
      }
    }

    private void add(int letter) {
      if (length == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, length * 2);
      }
      bytes[length++] = (byte) letter;
    }
  }
}
