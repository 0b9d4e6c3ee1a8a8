package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table with one row of headings; the first column names the rows. */
public record Table(
    String label,
    String caption,
    String css,
    List<Heading> headings,
    List<Row> rows,
    List<String> notes) {

  /** The heading of a column, with the class that sets its alignment and width. */
  public record Heading(String text, String css) {
    public static Heading text(String text) {
      return new Heading(text, "t");
    }

    public static Heading number(String text) {
      return new Heading(text, "n");
    }

    /** The column of marks with their words, which needs more room. */
    public static Heading mark(String text) {
      return new Heading(text, "m");
    }
  }

  /** A row with its name; {@code own} is the row of the report's own place. */
  public record Row(String name, String css, List<TableCell> cells) {
    public static Row of(String name, List<TableCell> cells) {
      return new Row(name, "", cells);
    }

    public static Row own(String name, List<TableCell> cells) {
      return new Row(name, "own", cells);
    }
  }

  private boolean hasDagger() {
    return Stream.concat(headings.stream().map(Heading::text), rows.stream().map(Row::name))
        .anyMatch(text -> text.endsWith(Desk.DAGGER));
  }

  /** The table with a note behind the others when a row or a column has a dagger. */
  public Table explainingDaggers(String warning) {
    return hasDagger()
        ? new Table(
            label,
            caption,
            css,
            headings,
            rows,
            Stream.concat(notes.stream(), Stream.of(warning)).toList())
        : this;
  }

  public boolean hasMissing() {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(TableCell::isMissing);
  }

  /** The table with a note in front of the others when any cell prints two dots. */
  public Table explaining(String missing) {
    List<String> all =
        hasMissing() ? Stream.concat(Stream.of(missing), notes.stream()).toList() : notes;
    return new Table(label, caption, css, headings, rows, new ArrayList<>(all));
  }
}
