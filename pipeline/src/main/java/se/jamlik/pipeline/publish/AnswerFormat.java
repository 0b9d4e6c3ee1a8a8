package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a query's answer is written. */
public enum AnswerFormat {
  /** Columns side by side, numbers to the right, for reading. */
  TABLE {
    @Override
    void write(ResultSet answer, Appendable output) throws SQLException, IOException {
      List<String> names = names(answer);
      List<List<String>> lines = new ArrayList<>(List.of(names));
      boolean[] isNumber = new boolean[names.size()];
      while (answer.next()) {
        List<String> line = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
          String text = text(answer, column);
          line.add(text == null ? "" : text.replaceAll("\\R", " "));
          isNumber[column - 1] |= answer.getObject(column) instanceof Number;
        }
        lines.add(line);
      }
      writeAligned(lines, isNumber, output);
    }
  },
  /** Comma-separated with a header; a null is nothing, an empty text is {@code ""}. */
  CSV {
    @Override
    void write(ResultSet answer, Appendable output) throws SQLException, IOException {
      List<String> names = names(answer);
      output.append(String.join(",", names.stream().map(AnswerFormat::quoted).toList()));
      output.append('\n');
      while (answer.next()) {
        List<String> fields = new ArrayList<>();
        for (int column = 1; column <= names.size(); column++) {
          String text = text(answer, column);
          fields.add(text == null ? "" : quoted(text));
        }
        output.append(String.join(",", fields)).append('\n');
      }
    }
  },
  /** An array with one object a row. */
  JSON {
    @Override
    void write(ResultSet answer, Appendable output) throws SQLException, IOException {
      List<String> names = names(answer);
      String before = "[\n";
      while (answer.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= names.size(); column++) {
          Object value = answer.getObject(column);
          boolean isPlain = value instanceof Number || value instanceof Boolean;
          row.put(names.get(column - 1), isPlain ? value : text(answer, column));
        }
        output.append(before).append("  ").append(Json.line(row));
        before = ",\n";
      }
      output.append(before.equals("[\n") ? "[]\n" : "\n]\n");
    }
  };

  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .toFormatter(Locale.ROOT);

  abstract void write(ResultSet answer, Appendable output) throws SQLException, IOException;

  private static List<String> names(ResultSet answer) throws SQLException {
    ResultSetMetaData columns = answer.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnName(column));
    }
    return names;
  }

  /** A value as text; instants are without zone, and must not take that of this machine. */
  private static @Nullable String text(ResultSet answer, int column) throws SQLException {
    return answer.getObject(column) instanceof Timestamp
        ? answer.getObject(column, LocalDateTime.class).format(INSTANT)
        : answer.getString(column);
  }

  private static String quoted(String text) {
    boolean isSafe = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isSafe && !text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void writeAligned(List<List<String>> lines, boolean[] isNumber, Appendable output)
      throws IOException {
    int[] widths = new int[isNumber.length];
    for (List<String> line : lines) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    for (List<String> line : lines) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < widths.length; column++) {
        String padding = " ".repeat(widths[column] - line.get(column).length());
        cells.add(isNumber[column] ? padding + line.get(column) : line.get(column) + padding);
      }
      output.append(String.join("  ", cells).stripTrailing()).append('\n');
    }
  }
}
