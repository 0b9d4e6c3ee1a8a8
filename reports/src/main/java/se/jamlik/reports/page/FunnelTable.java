package se.jamlik.reports.page;

import java.util.List;
import java.util.Optional;
import se.jamlik.reports.judge.FunnelLimits;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;

/**
 * The numbers of a funnel, in the fixed order of its places.
 *
 * @param kind what the places are, as the texts call it
 * @param reference the value of the whole
 */
record FunnelTable(Desk desk, String kind, Measure measure, double reference) {

  Table of(String label, List<FunnelPlace> places) {
    List<Table.Row> rows =
        places.stream()
            .map(
                place -> {
                  List<TableCell> cells = cells(place);
                  return place.isOwn()
                      ? Table.Row.own(place.name(), cells)
                      : Table.Row.of(place.name(), cells);
                })
            .toList();
    return desk.explained(
        new Table(
                label,
                desk.say(
                    "areas.caption." + kind,
                    "place",
                    desk.placeName(),
                    "period",
                    desk.periodName()),
                "gaps",
                List.of(
                    Table.Heading.text(desk.say("areas.column." + kind)),
                    Table.Heading.number(desk.say("column.residents")),
                    Table.Heading.number(
                        desk.marked(
                            measure.labelWithUnit(), places.stream().map(FunnelPlace::cell))),
                    Table.Heading.number(desk.say("areas.column.95")),
                    Table.Heading.number(desk.say("areas.column.998")),
                    Table.Heading.mark(desk.say("column.comparison"))),
                rows,
                List.of(
                    desk.say(
                        "areas.note",
                        "whole",
                        desk.whole().name(),
                        "value",
                        desk.numbers().of(reference, measure.decimals()))))
            .readBy(query()));
  }

  /** The limits are worked out from the value of the whole and the number of residents. */
  private String query() {
    return """
        select area, area_name, denominator, value, ci_low, ci_high
        from indicator_value
        where indicator = '%s' and period = '%s' and area_level = '%s'%s
          and standard = 'crude' and sex = 'all' and age_group = 'all' and dimension = 'none'
        order by area;"""
        .formatted(
            measure.id(),
            desk.period().name(),
            kind.equals("parts") ? "regso" : "municipality",
            kind.equals("parts") && !desk.place().isScope() ? ofPlace() : "");
  }

  /** Older releases do not tell the municipality of a part, which its code begins with. */
  private String ofPlace() {
    String code = desk.place().code();
    boolean isInTheCodes =
        desk.release().signals().smallAreas(measure.id(), desk.period().name()).stream()
            .filter(part -> part.municipality().equals(code))
            .allMatch(part -> part.area().code().startsWith(code));
    return isInTheCodes ? " and area like '" + code + "%'" : " and municipality = '" + code + "'";
  }

  private List<TableCell> cells(FunnelPlace place) {
    Optional<FunnelLimits> limits =
        place
            .cell()
            .denominator()
            .map(persons -> FunnelLimits.of(reference, FunnelSections.PERCENT, persons));
    return List.of(
        TableCell.number(desk.numbers().of(place.cell().denominator(), 0)),
        TableCell.number(desk.number(measure, place.cell())),
        TableCell.number(
            desk.numbers().ofInterval(limits.map(FunnelLimits::of95), measure.decimals())),
        TableCell.number(
            desk.numbers().ofInterval(limits.map(FunnelLimits::of998), measure.decimals())),
        TableCell.mark(
            Mark.of(
                place.standing().verdict(), measure.direction(), Mark.Room.TABLE, desk.texts())));
  }
}
