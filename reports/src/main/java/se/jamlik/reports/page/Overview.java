package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;

/**
 * The overview of the first page: what it is, what can be compared, what it stands beside, and
 * where it is going. The first comparison is judged.
 */
record Overview(Desk desk, List<Comparison> comparisons) {

  static Overview of(Desk desk) {
    return new Overview(desk, Comparison.of(desk));
  }

  Table table() {
    List<Table.Heading> headings =
        new ArrayList<>(
            List.of(
                Table.Heading.text(desk.say("column.indicator")),
                new Table.Heading(desk.say("column.value"), "n value"),
                new Table.Heading(desk.say("column.interval"), "n interval"),
                new Table.Heading(desk.say("column.standardised"), "n standardised")));
    comparisons.stream()
        .map(comparison -> new Table.Heading(comparison.name(), "n beside"))
        .forEach(headings::add);
    if (!comparisons.isEmpty()) {
      headings.add(Table.Heading.mark(desk.say("column.comparison")));
    }
    headings.add(Table.Heading.mark(desk.say("column.direction")));
    return told(
        desk.explained(
            new Table(
                    desk.say("overview.label"),
                    desk.say(
                        "overview.caption", "place", desk.placeName(), "period", desk.periodName()),
                    "overview beside-" + comparisons.size(),
                    headings,
                    desk.measures(Selection.OVERVIEW).stream().map(this::row).toList(),
                    notes())
                .readBy(query())));
  }

  /** The sentences above the table may have the dagger where no row of it has. */
  private Table told(Table table) {
    boolean isMarked =
        Stream.concat(
                Stream.of(new SummaryPage(desk).headline()),
                new Messages(desk).messages().stream().map(Section.Item::body))
            .anyMatch(sentence -> sentence.contains(Desk.DAGGER));
    return isMarked && table.warnedNames().isEmpty()
        ? table.noting(desk.say("note.quality"))
        : table;
  }

  private String query() {
    List<Area> areas =
        Stream.concat(
                Stream.of(desk.place()),
                comparisons.stream().flatMap(comparison -> comparison.area().stream()))
            .toList();
    return Query.of(desk.measures(Selection.OVERVIEW))
        .of("period", desk.period().name())
        .by("standard", List.of("crude", "esp2013"))
        .in(areas)
        .sql();
  }

  private List<String> notes() {
    if (comparisons.isEmpty()) {
      return List.of(desk.say("overview.note.alone"));
    }
    Comparison first = comparisons.get(0);
    List<String> notes = new ArrayList<>();
    notes.add(desk.say("overview.note." + first.kind(), "name", first.name()));
    comparisons.stream()
        .skip(1)
        .filter(comparison -> comparison.kind().equals("elsewhere"))
        .map(comparison -> desk.say("overview.note.beside", "name", comparison.name()))
        .forEach(notes::add);
    return notes;
  }

  private Table.Row row(Measure measure) {
    Cell actual = desk.actual(measure, desk.place());
    Stream<TableCell> own =
        Stream.of(
                desk.number(measure, actual),
                desk.interval(measure, actual),
                desk.number(measure, desk.comparable(measure, desk.place())))
            .map(TableCell::number);
    Stream<TableCell> beside =
        comparisons.stream().map(comparison -> TableCell.number(comparison.text(measure)));
    Stream<TableCell> judged =
        comparisons.stream()
            .limit(1)
            .map(comparison -> TableCell.mark(comparison.mark(measure, Mark.Room.TABLE)));
    Stream<TableCell> last =
        Stream.of(TableCell.mark(desk.direction(measure, desk.place(), Mark.Room.TABLE)));
    return Table.Row.of(
        desk.marked(measure.labelWithUnit(), measure, desk.place(), desk.whole()),
        Stream.of(own, beside, judged, last).flatMap(stream -> stream).toList());
  }
}
