package se.jamlik.jobs.synthesise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one of the region's own small tables of figures, which lie beside the classes. */
final class Figures {
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String[]> rows = new ArrayList<>();

  private Figures() {}

  /** One row of figures. */
  final class Row {
    private final String[] cells;

    private Row(String[] cells) {
      this.cells = cells;
    }

    String text(String column) {
      Integer index = columns.get(column);
      if (index == null) {
        throw new IllegalStateException("No column " + column + " among " + columns.keySet());
      }
      return cells[index];
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }

    int count(String column) {
      return Integer.parseInt(text(column));
    }

    /** The blank-separated words of a cell; none when the cell is empty. */
    List<String> words(String column) {
      String cell = text(column);
      return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
    }
  }

  /** Reads a resource: {@code ;} between cells, lines that begin with {@code #} are its source. */
  static List<Row> of(String name) {
    Figures figures = new Figures();
    try (InputStream stream = Figures.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("No resource " + name);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        figures.add(line);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read resource " + name, failure);
    }
    return figures.rows.stream().map(cells -> figures.new Row(cells)).toList();
  }

  private void add(String line) {
    if (line.startsWith("#")) {
      return;
    }
    String[] cells = line.split(";", -1);
    if (columns.isEmpty()) {
      for (String column : cells) {
        columns.put(column, columns.size());
      }
    } else {
      rows.add(cells);
    }
  }
}
