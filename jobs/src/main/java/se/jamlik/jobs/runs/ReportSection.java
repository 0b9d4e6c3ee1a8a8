package se.jamlik.jobs.runs;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One part of the page about a run: some lines, a table, or both.
 *
 * @param introduction empty for none
 * @param rows as many texts each as there are columns
 */
public record ReportSection(
    String title,
    String introduction,
    List<String> lines,
    List<Column> columns,
    List<List<String>> rows) {
  public ReportSection {
    lines = lines.stream().map(ShownText::of).toList();
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> row.stream().map(ShownText::of).toList()).toList();
  }

  /**
   * The head of a column.
   *
   * @param look the class of the style sheet
   */
  public record Column(String name, String look) {
    static Column text(String name) {
      return new Column(name, "text");
    }

    static Column number(String name) {
      return new Column(name, "number");
    }
  }

  static ReportSection ofLines(String title, String introduction, List<String> lines) {
    return new ReportSection(title, introduction, lines, List.of(), List.of());
  }

  /** A table without the columns that no row has a text in. */
  static ReportSection ofTable(
      String title, String introduction, List<Column> columns, List<List<String>> rows) {
    List<Integer> told =
        IntStream.range(0, columns.size())
            .filter(at -> rows.stream().anyMatch(row -> !row.get(at).isEmpty()))
            .boxed()
            .toList();
    return new ReportSection(
        title,
        introduction,
        List.of(),
        told.stream().map(columns::get).toList(),
        rows.stream().map(row -> told.stream().map(row::get).toList()).toList());
  }

  /** By which the heading names its table. */
  public String id() {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  boolean isEmpty() {
    return lines.isEmpty() && rows.isEmpty();
  }
}
