package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import se.jamlik.reports.words.Measure;

/**
 * A table with one row of headings; the first column names the rows.
 *
 * @param query in SQL that reads its numbers from the release; empty when it is of no figure's
 */
public record Table(
    String label,
    String caption,
    String css,
    List<Heading> headings,
    List<Row> rows,
    List<String> notes,
    String query) {

  /** A table that no query is told for. */
  public Table(
      String label,
      String caption,
      String css,
      List<Heading> headings,
      List<Row> rows,
      List<String> notes) {
    this(label, caption, css, headings, rows, notes, "");
  }

  /** The table with the query that reads its numbers from the release. */
  public Table readBy(String sql) {
    return new Table(label, caption, css, headings, rows, notes, sql);
  }

  private Table with(List<String> otherNotes) {
    return new Table(label, caption, css, headings, rows, otherNotes, query);
  }

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

  /** "Tabell 3." is tabell-3, in links and in the names of files. */
  public String id() {
    return ReportBuilder.slug(label);
  }

  public boolean hasMissing() {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(TableCell::isMissing);
  }

  /** The table with one more note. */
  public Table noting(String note) {
    return with(Stream.concat(notes.stream(), Stream.of(note)).toList());
  }

  /** The notes as the one small paragraph that stands under the table. */
  public String note() {
    return String.join(" ", notes);
  }

  private boolean isMarked(String mark) {
    return names().anyMatch(text -> text.contains(mark));
  }

  private Stream<String> names() {
    return Stream.of(
            Stream.of(caption), headings.stream().map(Heading::text), rows.stream().map(Row::name))
        .flatMap(Function.identity());
  }

  /** The names that have the mark of data that a check has warned of. */
  List<String> warnedNames() {
    return names().filter(text -> text.contains(Desk.DAGGER)).toList();
  }

  /**
   * The table with notes on its signs, where it has them.
   *
   * @param missing in front of the others when any cell prints two dots
   * @param warned after the others when any name has the mark of data that a check has warned of
   * @param unverified after the others when any name has the mark of codes that are not verified
   * @param read last of all: how to read the numbers from the release; empty for nothing
   */
  public Table explaining(String missing, String warned, String unverified, String read) {
    List<String> all = new ArrayList<>();
    if (hasMissing()) {
      all.add(missing);
    }
    all.addAll(notes);
    if (isMarked(Desk.DAGGER)) {
      all.add(warned);
    }
    if (isMarked(Measure.UNVERIFIED)) {
      all.add(unverified);
    }
    if (!read.isEmpty()) {
      all.add(read);
    }
    return with(all);
  }
}
