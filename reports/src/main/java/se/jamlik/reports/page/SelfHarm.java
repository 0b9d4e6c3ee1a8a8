package se.jamlik.reports.page;

import java.util.List;
import java.util.stream.Stream;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.words.Measure;

/**
 * Hospital care after self-harm among the young: several years together, in a table without a
 * chart, and with the way to help beside it.
 */
record SelfHarm(Desk desk) {

  static final String INDICATOR = "SELFHARM10_24";

  /** One line alone where there is nothing to show. */
  Section section() {
    Delivered delivered = Delivered.of(desk, List.of(INDICATOR));
    String heading = desk.say("children.selfharm.heading");
    if (delivered.measures().isEmpty()) {
      return delivered.none(heading);
    }
    Measure measure = delivered.measures().get(0);
    return ByIncome.newestTogether(desk, measure)
        .filter(years -> cell(measure, years, desk.place(), "all").value().isPresent())
        .map(years -> shown(heading, measure, years))
        .orElseGet(
            () ->
                Section.text(
                    heading,
                    desk.say("children.selfharm.silent"),
                    desk.say("children.selfharm.help")));
  }

  private Section shown(String heading, Measure measure, Period years) {
    String named = years.name().replace('-', '–');
    Table table =
        desk.explained(
            new Table(
                    desk.tableLabel("children-selfharm"),
                    desk.say("children.selfharm.caption", "years", named),
                    "development",
                    List.of(
                        Table.Heading.text(desk.say("column.place")),
                        Table.Heading.number(desk.say("children.selfharm.column")),
                        Table.Heading.number(desk.say("column.interval"))),
                    rows(measure, years),
                    List.of(desk.say("children.selfharm.help")))
                .readBy(query(measure, years)));
    String text =
        desk.say("children.selfharm.text", "years", named) + " " + comparison(measure, years);
    return new Section(
        heading, List.of(text), List.of(), List.of(), List.of(table), List.of(), List.of());
  }

  private String query(Measure measure, Period years) {
    Query query = Query.of(List.of(measure)).of("period", years.name()).of("standard", "crude");
    return desk.place().isScope()
        ? query.in(desk.place()).by("sex", List.of("all", "women", "men")).sql()
        : query.in(List.of(desk.place(), desk.whole())).sql();
  }

  private List<Table.Row> rows(Measure measure, Period years) {
    Stream<Table.Row> own =
        (desk.place().isScope() ? Stream.of("all", "women", "men") : Stream.of("all"))
            .map(
                sex ->
                    row(
                        sex.equals("all")
                            ? desk.placeName()
                            : desk.placeName() + ", " + desk.say(sex + ".lower"),
                        measure,
                        cell(measure, years, desk.place(), sex)));
    Stream<Table.Row> whole =
        desk.place().isScope()
            ? Stream.of()
            : Stream.of(
                row(desk.whole().name(), measure, cell(measure, years, desk.whole(), "all")));
    return Stream.concat(own, whole).toList();
  }

  private Table.Row row(String name, Measure measure, Cell cell) {
    return Table.Row.of(
        desk.marked(name, Stream.of(cell)),
        List.of(
            TableCell.number(desk.number(measure, cell)),
            TableCell.number(desk.interval(measure, cell))));
  }

  /** Women beside men in the whole; a municipality beside the whole. */
  private String comparison(Measure measure, Period years) {
    Verdict verdict =
        desk.place().isScope()
            ? Gap.between(
                    cell(measure, years, desk.place(), "women"),
                    cell(measure, years, desk.place(), "men"))
                .verdict()
            : Verdict.of(
                cell(measure, years, desk.place(), "all"),
                cell(measure, years, desk.whole(), "all"));
    return desk.say(
        "children.selfharm." + (desk.place().isScope() ? "sexes." : "comparison.") + verdict,
        "place",
        desk.placeName(),
        "whole",
        desk.whole().name());
  }

  private Cell cell(Measure measure, Period years, Area area, String sex) {
    return desk.release().cell(Group.of(measure.id(), years.name()).in(area).ofSex(sex));
  }
}
