package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.words.Measure;

/**
 * Every indicator of the release: what it is, what can be compared, and the newest twelve months.
 */
record AllIndicatorsChapter(Desk desk) {

  /**
   * The most rows a table may have on one page; a table that breaks repeats its head to those who
   * listen.
   */
  private static final int ROWS = 26;

  Chapter chapter(String number) {
    List<Measure> measures = desk.measures(Selection.inOrder(desk.release().indicators()));
    List<Section> sections = new ArrayList<>();
    for (int from = 0; from < measures.size(); from += ROWS) {
      List<Measure> part = measures.subList(from, Math.min(measures.size(), from + ROWS));
      sections.add(
          Section.of(
              desk.say(from == 0 ? "all.heading" : "all.heading.more"),
              table(part, from),
              Optional.empty()));
    }
    new BesideTables(desk).sections().forEach(sections::add);
    return new Chapter(
        "alla",
        number,
        desk.say("all.title"),
        desk.say("all.introduction", "whole", desk.whole().name()),
        sections);
  }

  private Table table(List<Measure> measures, int from) {
    boolean isScope = desk.place().isScope();
    List<Table.Heading> headings =
        new ArrayList<>(
            List.of(
                Table.Heading.text(desk.say("column.indicator")),
                Table.Heading.number(desk.say("column.value")),
                Table.Heading.number(desk.say("column.interval")),
                Table.Heading.number(desk.say("column.standardised")),
                Table.Heading.number(desk.say("column.interval"))));
    if (!isScope) {
      headings.add(Table.Heading.number(desk.whole().name()));
    }
    desk.release()
        .rolling()
        .ifPresent(period -> headings.add(Table.Heading.number(desk.say("column.rolling"))));
    return desk.explained(
        new Table(
                desk.tableLabel("all-" + from),
                desk.say("all.caption", "place", desk.placeName(), "period", desk.periodName()),
                "all",
                headings,
                measures.stream().map(this::row).toList(),
                notes(measures))
            .readBy(query(measures)));
  }

  private String query(List<Measure> measures) {
    List<Area> areas =
        desk.place().isScope() ? List.of(desk.place()) : List.of(desk.place(), desk.whole());
    Stream<String> newest = desk.release().rolling().map(Period::name).stream();
    return Query.of(measures)
        .by("period", Stream.concat(Stream.of(desk.period().name()), newest).toList())
        .by("standard", List.of("crude", "esp2013"))
        .in(areas)
        .sql();
  }

  private Table.Row row(Measure measure) {
    Cell actual = desk.actual(measure, desk.place());
    Cell own = desk.comparable(measure, desk.place());
    Stream<String> beside =
        desk.place().isScope()
            ? Stream.of()
            : Stream.of(desk.number(measure, desk.comparable(measure, desk.whole())));
    Stream<String> newest =
        desk
            .release()
            .rolling()
            .map(period -> Group.of(measure.id(), period.name()).in(desk.place()))
            .map(group -> desk.number(measure, desk.release().cell(group)))
            .stream();
    String label = measure.labelWithUnit() + (actual.hasShortLookBack() ? " *" : "");
    return Table.Row.of(
        desk.marked(label, shown(measure)),
        Stream.of(
                Stream.of(
                    desk.number(measure, actual),
                    desk.interval(measure, actual),
                    desk.number(measure, own),
                    desk.interval(measure, own)),
                beside,
                newest)
            .flatMap(stream -> stream)
            .map(TableCell::number)
            .toList());
  }

  /** The newest twelve months stand beside the period of the report. */
  private Stream<Cell> shown(Measure measure) {
    return Stream.concat(
        Stream.of(desk.actual(measure, desk.place()), desk.actual(measure, desk.whole())),
        desk.release().rolling().stream()
            .map(period -> Group.of(measure.id(), period.name()).in(desk.place()))
            .map(desk.release()::cell));
  }

  private List<String> notes(List<Measure> measures) {
    List<String> notes = new ArrayList<>();
    notes.add(desk.say("all.note"));
    desk.release()
        .rolling()
        .ifPresent(
            period ->
                notes.add(
                    desk.say(
                        "all.note.rolling",
                        "period",
                        desk.name(period),
                        "date",
                        desk.date(desk.release().manifest().dataThrough()))));
    if (measures.stream().anyMatch(m -> desk.actual(m, desk.place()).hasShortLookBack())) {
      notes.add("* " + desk.say("note.look-back"));
    }
    return notes;
  }
}
