package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.EquityMeasure;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.words.EquitySentences;
import se.jamlik.reports.words.Measure;

/** Inequality over all five income groups: slope, ratio and how far all are above the best. */
record SlopeSection(Desk desk) {

  /** Nothing when the release holds no measure of inequality at all. */
  Optional<Section> section(List<Measure> measures) {
    if (desk.release().equity().isEmpty()) {
      return Optional.empty();
    }
    List<Verdict> verdicts =
        measures.stream()
            .map(measure -> EquitySentences.lean(cell("sii", measure, desk.place())))
            .toList();
    EquitySentences sentences = new EquitySentences(desk.texts(), desk.sentences());
    return Optional.of(
        Section.of(
            sentences.slopes(measures, verdicts),
            table(measures),
            Optional.of(desk.say("slope.meaning." + Verdict.summary(verdicts)))));
  }

  private Table table(List<Measure> measures) {
    List<Table.Row> rows = new ArrayList<>();
    for (Measure measure : measures) {
      String name = desk.marked(measure.labelWithUnit(), measure, desk.place());
      if (desk.place().isScope()) {
        rows.add(Table.Row.of(name, cells(measure, desk.whole())));
      } else {
        rows.add(
            Table.Row.own(
                desk.say("slope.row", "measure", name, "place", desk.placeName()),
                cells(measure, desk.place())));
        rows.add(
            Table.Row.of(
                desk.say("slope.row", "measure", name, "place", desk.whole().name()),
                cells(measure, desk.whole())));
      }
    }
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("column.indicator"))),
                Stream.of(
                        "slope.column.sii",
                        "column.interval",
                        "slope.column.rii",
                        "column.interval",
                        "slope.column.paf")
                    .map(key -> Table.Heading.number(desk.say(key))))
            .toList();
    return desk.explained(
        new Table(
                desk.tableLabel("slope"),
                desk.say("slope.caption", "place", desk.placeName(), "period", desk.periodName()),
                "slopes",
                headings,
                rows,
                List.of(desk.say("slope.note.slope"), desk.say("slope.note.paf")))
            .readBy(query(measures)));
  }

  private String query(List<Measure> measures) {
    return """
        select measure, indicator, area,
          case measure when 'paf' then 100 * value else value end as value, ci_low, ci_high
        from equity
        where indicator in (%s) and period = '%s' and standard = 'esp2013'
          and area in (%s) and sex = 'all' and dimension = 'income_quintile'
          and measure in ('sii', 'rii', 'paf')
        order by measure, indicator, area;"""
        .formatted(
            Query.quoted(measures.stream().map(Measure::id)),
            desk.period().name(),
            Query.quoted(Stream.of(desk.place().code(), desk.whole().code())));
  }

  private List<TableCell> cells(Measure measure, Area area) {
    Cell slope = cell("sii", measure, area);
    Cell ratio = cell("rii", measure, area);
    Optional<Estimate> above = cell("paf", measure, area).estimate();
    return Stream.of(
            desk.number(measure, slope),
            desk.interval(measure, slope),
            desk.numbers().of(ratio.value(), 2),
            desk.numbers().ofInterval(ratio.interval(), 2),
            desk.numbers().of(above.map(share -> 100 * share.value()), 0))
        .map(TableCell::number)
        .toList();
  }

  private Cell cell(String name, Measure measure, Area area) {
    return desk.release()
        .equity(EquityMeasure.of(name, measure.id(), desk.period().name()).in(area).standardised());
  }
}
