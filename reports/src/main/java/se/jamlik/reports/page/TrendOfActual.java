package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.PanelChart;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.ActualTrend;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;

/**
 * How much the actual values change each year, with the limits of table {@code signal}: what has to
 * be planned for, an ageing population included.
 */
record TrendOfActual(Desk desk, List<Measure> measures) {

  private static final String NAME = "trend";

  /** From how many points on a control chart has limits that mean something. */
  private static final int FEWEST_POINTS = 12;

  private static final int DECIMALS = 1;

  /** Nothing when the release has no table of signals. */
  Optional<Section> section() {
    if (desk.release().signals().rows().isEmpty()) {
      return Optional.empty();
    }
    boolean isSilent = measures.stream().allMatch(m -> trend(m, desk.place()).change().isEmpty());
    String finding = finding();
    return Optional.of(
        isSilent
            ? Section.text(finding, desk.say("course.actual.silent"), control())
            : section(finding));
  }

  private Section section(String finding) {
    String table = desk.tableLabel(NAME);
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            desk.say("course.actual.subtitle", "place", desk.placeName(), "years", desk.years()),
            drawing(),
            desk.alternative("course.actual.alternative", table, "finding", finding),
            25 + 5 * measures.size(),
            desk.source());
    return Section.of(
        finding, figure, table(table), Optional.of(desk.say("course.actual.meaning")));
  }

  private ActualTrend trend(Measure measure, Area area) {
    List<Trend.Year> years =
        desk.release().years().stream()
            .map(
                year ->
                    new Trend.Year(
                        year.year(),
                        desk.release().cell(Group.of(measure.id(), year.name()).in(area))))
            .toList();
    return ActualTrend.of(desk.release().signals().trend(measure.id(), area), years);
  }

  private List<Area> areas() {
    return desk.place().isScope() ? List.of(desk.place()) : List.of(desk.place(), desk.whole());
  }

  private Drawing drawing() {
    PanelChart chart =
        new PanelChart(
            measures.stream().map(this::name).toList(),
            areas().stream().map(this::panel).toList(),
            OptionalInt.empty(),
            desk.say("nothing"),
            desk.numbers());
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Point(desk.say("legend.worse"), Style.WORSE_HIGHER));
    entries.add(new Legend.Point(desk.say("legend.better"), Style.BETTER_LOWER));
    entries.add(new Legend.Point(desk.say("course.actual.legend.up"), Style.HIGHER));
    entries.add(new Legend.Point(desk.say("course.actual.legend.down"), Style.LOWER));
    entries.add(new Legend.Point(desk.say("course.actual.legend.none"), Style.NO_DIFFERENCE));
    entries.add(Legend.Stroke.interval(desk.say("legend.interval")));
    return new Legend(entries, chart);
  }

  private PanelChart.Panel panel(Area area) {
    List<PanelChart.Point> points = new ArrayList<>();
    for (int row = 0; row < measures.size(); row++) {
      Measure measure = measures.get(row);
      ActualTrend trend = trend(measure, area);
      Style style = PointStyles.style(trend.verdict(), measure.direction());
      points.add(new PanelChart.Point(row, 0, trend.change(), style));
    }
    return new PanelChart.Panel(
        area.name(), desk.say("course.actual.unit"), points, Optional.of(0.0));
  }

  private String name(Measure measure) {
    return desk.markedInYears(measure.heading(), measure, desk.place());
  }

  private Table table(String label) {
    List<Table.Row> rows =
        areas().stream()
            .flatMap(area -> measures.stream().map(measure -> row(measure, area)))
            .toList();
    return desk.explained(
        new Table(
                label,
                desk.say("course.actual.caption", "years", desk.years()),
                "gaps",
                List.of(
                    Table.Heading.text(desk.say("column.indicator")),
                    Table.Heading.number(desk.say("course.actual.column")),
                    Table.Heading.number(desk.say("column.interval")),
                    Table.Heading.number(desk.say("course.actual.column.998")),
                    Table.Heading.mark(desk.say("column.direction"))),
                rows,
                List.of(desk.say("course.actual.note"), control()))
            .readBy(query()));
  }

  /** The table holds steps of the logarithm. */
  private String query() {
    return """
        select indicator, area, 100 * (exp(value) - 1) as percent_a_year,
          100 * (exp(low_95) - 1) as low, 100 * (exp(high_95) - 1) as high,
          100 * (exp(low_998) - 1) as low_998, 100 * (exp(high_998) - 1) as high_998
        from signal
        where kind = 'trend' and status = 'shown' and indicator in (%s)
          and area in (%s)
        order by indicator, area;"""
        .formatted(
            Query.quoted(measures.stream().map(Measure::id)),
            Query.quoted(areas().stream().map(Area::code)));
  }

  private Table.Row row(Measure measure, Area area) {
    ActualTrend trend = trend(measure, area);
    String name =
        desk.place().isScope()
            ? name(measure)
            : desk.say("course.row.whole", "label", name(measure), "whole", area.name());
    return Table.Row.of(
        name,
        Stream.concat(
                Stream.of(
                        desk.numbers().of(trend.change().map(Estimate::value), DECIMALS),
                        desk.numbers()
                            .ofInterval(trend.change().flatMap(Estimate::interval), DECIMALS),
                        desk.numbers().ofInterval(trend.of998(), DECIMALS))
                    .map(TableCell::number),
                Stream.of(
                    TableCell.mark(
                        Mark.of(
                            new Trend(trend.verdict(), 0, 0, 0),
                            measure.direction(),
                            Mark.Room.TABLE,
                            desk.texts()))))
            .toList());
  }

  /** Why there are no limits of a control chart. */
  private String control() {
    return desk.say(
        "course.control", "fewest", FEWEST_POINTS, "years", desk.release().years().size());
  }

  private String finding() {
    return new Directions(desk, this::nouns, measures.size()).finding("course.actual.finding.");
  }

  private List<String> nouns(Verdict verdict) {
    return measures.stream()
        .filter(measure -> trend(measure, desk.place()).verdict() == verdict)
        .map(Measure::noun)
        .toList();
  }
}
