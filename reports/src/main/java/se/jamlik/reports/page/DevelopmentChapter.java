package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Grid;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.LineChart;
import se.jamlik.reports.chart.LineChart.Line;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Texts;

/**
 * The calendar years beside each other: the level, and the values behind the first figure of the
 * report.
 */
record DevelopmentChapter(Desk desk) {

  static final String NAME = "development";

  /** The table with the values of the first figure. */
  static final String HERO_TABLE = "hero";

  Chapter chapter(String number) {
    List<Measure> measures = desk.measures(Selection.DEVELOPMENT);
    if (measures.isEmpty() || desk.release().years().isEmpty()) {
      return Chapter.empty(desk, "utveckling", number, desk.say("development.title"));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(level(measures));
    if (!desk.place().isScope()) {
      desk.headlineMeasure().map(this::besideWhole).ifPresent(sections::add);
    }
    new GapOverTime(desk).section().ifPresent(sections::add);
    return new Chapter(
        "utveckling",
        number,
        desk.say("development.title"),
        desk.say("development.introduction"),
        sections);
  }

  /** How fast the actual values change. */
  List<Section> depth() {
    List<Measure> measures = desk.measures(Selection.DEVELOPMENT);
    return measures.isEmpty() || desk.release().years().isEmpty()
        ? List.of()
        : new TrendOfActual(desk, measures).section().stream().toList();
  }

  private Section level(List<Measure> measures) {
    String finding = finding(measures);
    String table = desk.tableLabel(NAME);
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            desk.say("development.subtitle", "place", desk.placeName(), "years", desk.years()),
            drawing(measures),
            desk.alternative("development.alternative", table, "finding", finding),
            desk.place().isScope() ? 92 : 72,
            desk.source());
    return Section.of(finding, figure, table(table, measures), Optional.empty());
  }

  private Drawing drawing(List<Measure> measures) {
    List<LineChart> panels = measures.stream().map(this::panel).toList();
    Grid grid = new Grid(panels, 3);
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Point(desk.placeName(), Style.OWN));
    if (!desk.place().isScope()) {
      entries.add(new Legend.Point(desk.whole().name(), Style.WHOLE));
    }
    entries.add(Legend.Stroke.interval(desk.say("legend.interval")));
    if (desk.release().years().stream().anyMatch(Period::isPreliminary)) {
      entries.add(new Legend.Point(desk.say("course.legend.preliminary"), Style.OWN_PRELIMINARY));
    }
    return new Legend(entries, grid);
  }

  private LineChart panel(Measure measure) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(measure, desk.place(), Style.OWN));
    if (!desk.place().isScope()) {
      lines.add(line(measure, desk.whole(), Style.WHOLE));
    }
    List<String> years = desk.release().years().stream().map(Period::name).toList();
    return LineChart.panel(
        desk.markedInYears(measure.labelWithUnit(), measure, desk.place()),
        years,
        lines,
        desk.say("nothing"),
        desk.numbers());
  }

  private Line line(Measure measure, Area area, Style style) {
    List<Trend.Year> years = desk.development(measure, area);
    List<Integer> preliminary =
        IntStream.range(0, years.size())
            .filter(year -> years.get(year).cell().isPreliminary())
            .boxed()
            .toList();
    return new Line(area.name(), style, SummaryPage.estimates(years), preliminary);
  }

  private Table table(String label, List<Measure> measures) {
    List<Period> years = desk.release().years();
    List<Table.Heading> headings =
        Stream.of(
                Stream.of(Table.Heading.text(desk.say("column.indicator"))),
                years.stream().map(year -> Table.Heading.number(desk.name(year))),
                Stream.of(Table.Heading.mark(desk.say("column.direction"))))
            .flatMap(stream -> stream)
            .toList();
    List<Table.Row> rows = measures.stream().flatMap(measure -> rows(measure).stream()).toList();
    return desk.explained(
        new Table(
                label,
                desk.say("development.caption", "place", desk.placeName()),
                "development",
                headings,
                rows,
                List.of(desk.say("development.note")))
            .readBy(
                desk.place().isScope()
                    ? years(measures).in(desk.place()).sql()
                    : years(measures).in(List.of(desk.place(), desk.whole())).sql()));
  }

  private Query years(List<Measure> measures) {
    return Query.of(measures)
        .of("standard", "esp2013")
        .by("period", desk.release().years().stream().map(Period::name).toList());
  }

  /** Value and interval of the place, and the value of the whole beside it. */
  private List<Table.Row> rows(Measure measure) {
    List<Trend.Year> years = desk.development(measure, desk.place());
    List<Table.Row> rows = new ArrayList<>();
    rows.add(
        row(
            desk.markedInYears(measure.labelWithUnit(), measure, desk.place()),
            years.stream().map(year -> desk.number(measure, year.cell())),
            desk.direction(measure, desk.place(), Mark.Room.TABLE)));
    rows.add(
        row(
            desk.say("row.interval", "place", measure.heading()),
            Stream.concat(
                years.stream().map(year -> desk.interval(measure, year.cell())), Stream.of(""))));
    if (!desk.place().isScope()) {
      rows.add(
          row(
              desk.say(
                  "course.row.whole", "label", measure.heading(), "whole", desk.whole().name()),
              cells(measure, desk.whole()).stream().map(cell -> desk.number(measure, cell)),
              desk.direction(measure, desk.whole(), Mark.Room.TABLE)));
    }
    return rows;
  }

  private static Table.Row row(String name, Stream<String> values, Mark mark) {
    return Table.Row.of(
        name,
        Stream.concat(values.map(TableCell::number), Stream.of(TableCell.mark(mark))).toList());
  }

  private Section besideWhole(Measure measure) {
    List<Cell> own = cells(measure, desk.place());
    List<Cell> whole = cells(measure, desk.whole());
    List<Table.Row> rows =
        List.of(
            Table.Row.own(desk.placeName(), texts(own.stream().map(c -> desk.number(measure, c)))),
            row(
                desk.say("row.interval", "place", desk.placeName()),
                own.stream().map(c -> desk.interval(measure, c))),
            row(desk.whole().name(), whole.stream().map(c -> desk.number(measure, c))));
    String finding =
        desk.say(
            "development.place.finding",
            "period",
            Texts.capitalised(desk.periodName()),
            "finding",
            new Headline(desk).about(measure));
    return Section.of(
        finding, heroTable(measure, "development.place.caption", rows), Optional.empty());
  }

  private Table heroTable(Measure measure, String caption, List<Table.Row> rows) {
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("column.measure"))),
                desk.release().years().stream().map(year -> Table.Heading.number(desk.name(year))))
            .toList();
    return desk.explained(
        new Table(
                desk.tableLabel(HERO_TABLE),
                desk.say(
                    caption,
                    "label",
                    measure.heading(),
                    "unit",
                    measure.unit(),
                    "place",
                    desk.placeName(),
                    "whole",
                    desk.whole().name()),
                "years",
                headings,
                rows,
                desk.noteOfWarning(
                    measure,
                    desk.development(measure, desk.place()).stream().map(Trend.Year::cell)))
            .readBy(heroQuery(measure)));
  }

  private String heroQuery(Measure measure) {
    Query years = years(List.of(measure));
    return desk.place().isScope()
        ? years
            .in(desk.place())
            .of("dimension", "income_quintile")
            .by("category", List.of("1", "5"))
            .sql()
        : years.in(List.of(desk.place(), desk.whole())).sql();
  }

  private static Table.Row row(String name, Stream<String> values) {
    return Table.Row.of(name, texts(values));
  }

  private static List<TableCell> texts(Stream<String> values) {
    return values.map(TableCell::number).toList();
  }

  private List<Cell> cells(Measure measure, Area area) {
    return desk.development(measure, area).stream().map(year -> year.cell()).toList();
  }

  private String finding(List<Measure> measures) {
    return new Directions(desk, verdict -> nouns(measures, verdict), measures.size())
        .finding("development.finding.");
  }

  private List<String> nouns(List<Measure> measures, Verdict verdict) {
    return measures.stream()
        .filter(measure -> desk.trend(measure, desk.place()).verdict() == verdict)
        .map(Measure::noun)
        .toList();
  }
}
