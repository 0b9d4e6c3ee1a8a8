package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.release.ReferenceValue;
import se.jamlik.reports.words.Measure;

/** What stands beside the values of a year: several years together, and values from elsewhere. */
record BesideTables(Desk desk) {

  /** A release without such values has no such sections. */
  Stream<Section> sections() {
    return Stream.of(ofYearsTogether(), ofOtherPlaces()).flatMap(Optional::stream);
  }

  /** The newest years together, after each of them alone. */
  private Optional<Section> ofYearsTogether() {
    return desk.release().yearsTogether().stream()
        .max(Comparator.comparing(Period::lastDay))
        .map(
            together ->
                Section.of(
                    desk.say("together.heading", "years", years(together)),
                    yearsTogether(together),
                    Optional.empty()));
  }

  private Table yearsTogether(Period together) {
    List<Period> single =
        desk.release().years().stream()
            .filter(year -> !year.firstDay().isBefore(together.firstDay()))
            .filter(year -> !year.lastDay().isAfter(together.lastDay()))
            .toList();
    List<Table.Heading> headings = new ArrayList<>();
    headings.add(Table.Heading.text(desk.say("column.indicator")));
    single.forEach(year -> headings.add(Table.Heading.number(year.name())));
    headings.add(Table.Heading.number(years(together)));
    headings.add(Table.Heading.number(desk.say("column.interval")));
    return desk.explained(
        new Table(
            desk.tableLabel("together"),
            desk.say("together.caption", "place", desk.placeName(), "years", years(together)),
            "all",
            headings,
            desk.measures(Selection.inOrder(desk.release().indicators())).stream()
                .filter(measure -> desk.release().has(cell(measure, together)))
                .map(measure -> yearsTogether(measure, single, together))
                .toList(),
            List.of(desk.say("together.note"))));
  }

  private Table.Row yearsTogether(Measure measure, List<Period> single, Period together) {
    List<Cell> cells =
        Stream.concat(single.stream(), Stream.of(together))
            .map(period -> desk.release().cell(cell(measure, period)))
            .toList();
    return Table.Row.of(
        desk.marked(measure.labelWithUnit(), cells.stream()),
        Stream.concat(
                cells.stream().map(shown -> desk.number(measure, shown)),
                Stream.of(desk.interval(measure, cells.get(cells.size() - 1))))
            .map(TableCell::number)
            .toList());
  }

  private Group cell(Measure measure, Period period) {
    return Group.of(measure.id(), period.name()).in(desk.place());
  }

  private static String years(Period together) {
    return together.name().replace('-', '–');
  }

  private Optional<Section> ofOtherPlaces() {
    List<Table.Row> rows =
        newest().stream()
            .flatMap(other -> desk.measure(other.indicator()).map(m -> row(m, other)).stream())
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of(desk.say("elsewhere.heading"), otherPlaces(rows), Optional.empty()));
  }

  private Table otherPlaces(List<Table.Row> rows) {
    return desk.explained(
        new Table(
            desk.tableLabel("elsewhere"),
            desk.say("elsewhere.caption", "place", desk.placeName()),
            "all",
            List.of(
                Table.Heading.text(desk.say("column.indicator")),
                Table.Heading.text(desk.say("column.period")),
                Table.Heading.number(desk.placeName()),
                Table.Heading.text(desk.say("column.elsewhere")),
                Table.Heading.number(desk.say("column.value")),
                Table.Heading.text(desk.say("column.source"))),
            rows,
            List.of(desk.say("elsewhere.note"))));
  }

  private Table.Row row(Measure measure, ReferenceValue other) {
    Cell own = desk.release().cell(own(other));
    return Table.Row.of(
        desk.marked(measure.labelWithUnit(), Stream.of(own)),
        List.of(
            TableCell.text(other.period()),
            TableCell.number(desk.number(measure, own)),
            TableCell.text(desk.texts().find("area." + other.area()).orElse(other.area())),
            TableCell.number(desk.numbers().of(other.estimate().value(), measure.decimals())),
            TableCell.text(other.source())));
  }

  /** Of each indicator and place the newest value that has one of our own beside it. */
  private List<ReferenceValue> newest() {
    Map<List<String>, ReferenceValue> newest = new HashMap<>();
    desk.release().referenceValues().stream()
        .filter(value -> desk.release().has(own(value)))
        .sorted(Comparator.comparing(ReferenceValue::period))
        .forEach(value -> newest.put(List.of(value.indicator(), value.area()), value));
    return newest.values().stream()
        .sorted(Comparator.comparing(ReferenceValue::indicator).thenComparing(ReferenceValue::area))
        .toList();
  }

  private Group own(ReferenceValue other) {
    return Group.of(other.indicator(), other.period()).in(desk.place());
  }
}
