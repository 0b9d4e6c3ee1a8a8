package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Grid;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.LineChart;
import se.jamlik.reports.chart.LineChart.Line;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.GapCourse;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Indicator.Direction;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;

/**
 * The gap between lowest and highest income over the years, absolute and relative, which can move
 * apart. In the report about the whole it also holds the values behind the first figure.
 */
record GapOverTime(Desk desk) {

  private static final String NAME = "gap-years";

  /** Panels that fit beside each other. */
  private static final int PANELS = 3;

  private static final int LOWEST = 1;
  private static final int HIGHEST = 5;

  /** Nothing when the release has none of the measures. */
  Optional<Section> section() {
    Optional<Measure> headline = desk.headlineMeasure();
    if (headline.isEmpty()) {
      return Optional.empty();
    }
    List<Measure> measures =
        Stream.of(firstJudged().stream(), headline.stream(), inOrder().stream())
            .flatMap(some -> some)
            .distinct()
            .limit(PANELS)
            .toList();
    boolean isSilent =
        measures.stream()
            .flatMap(measure -> years(measure).stream())
            .flatMap(year -> Stream.of(year.first(), year.last()))
            .allMatch(cell -> cell.value().isEmpty());
    return Optional.of(
        isSilent
            ? Section.text(desk.say("course.gap.heading"), desk.say("course.gap.silent"))
            : section(measures));
  }

  private List<Measure> inOrder() {
    return desk.measures(Selection.HEADLINE);
  }

  /** The sentence is about the first measure with years enough, whatever they say. */
  private Optional<Measure> firstJudged() {
    return inOrder().stream()
        .filter(measure -> GapCourse.of(years(measure)).side() != Verdict.TOO_FEW_TO_SAY)
        .findFirst();
  }

  private Section section(List<Measure> measures) {
    GapCourse course = GapCourse.of(years(measures.get(0)));
    String finding = finding(measures.get(0), course);
    String table = desk.tableLabel(tableName());
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            desk.say("course.gap.subtitle", "place", desk.placeName(), "years", desk.years()),
            drawing(measures),
            desk.alternative("course.gap.alternative", table, "finding", finding),
            58,
            desk.source());
    return Section.of(
        finding,
        figure,
        table(table, measures),
        Optional.of(desk.say("course.gap.meaning." + meaning(course))));
  }

  private String tableName() {
    return desk.place().isScope() ? DevelopmentChapter.HERO_TABLE : NAME;
  }

  private List<GapCourse.Year> years(Measure measure) {
    return desk.release().years().stream()
        .map(
            year ->
                new GapCourse.Year(
                    year.year(), cell(measure, year, LOWEST), cell(measure, year, HIGHEST)))
        .toList();
  }

  private Cell cell(Measure measure, Period year, int quintile) {
    return desk.release()
        .cell(
            Group.of(measure.id(), year.name())
                .in(desk.place())
                .ofQuintile(quintile)
                .standardised());
  }

  /** How difference and ratio move, said only of a gap that is there. */
  private String finding(Measure measure, GapCourse course) {
    return desk.say(
        "course.gap." + branch(course),
        "noun",
        measure.noun(),
        "first",
        course.firstYear(),
        "last",
        course.lastYear());
  }

  static String branch(GapCourse course) {
    return course.side().isEstablished()
        ? course.difference() + "." + course.ratio()
        : course.side().toString();
  }

  /** Whether the two tell different stories, the same, or none. */
  private static String meaning(GapCourse course) {
    if (!course.side().isEstablished()) {
      return "unknown";
    }
    return course.difference() == course.ratio() ? "same" : "apart";
  }

  private Drawing drawing(List<Measure> measures) {
    List<LineChart> panels = measures.stream().map(this::panel).toList();
    return new Legend(
        List.of(
            new Legend.Point(desk.say("quintile.1.long"), Style.LOWEST_INCOME),
            new Legend.Point(desk.say("quintile.5.long"), Style.HIGHEST_INCOME),
            Legend.Stroke.interval(desk.say("legend.interval"))),
        new Grid(panels, PANELS));
  }

  private LineChart panel(Measure measure) {
    List<GapCourse.Year> years = years(measure);
    return LineChart.panel(
        marked(measure.labelWithUnit(), measure),
        desk.release().years().stream().map(Period::name).toList(),
        List.of(
            line(Style.LOWEST_INCOME, years.stream().map(GapCourse.Year::first).toList()),
            line(Style.HIGHEST_INCOME, years.stream().map(GapCourse.Year::last).toList())),
        desk.say("nothing"),
        desk.numbers());
  }

  private static Line line(Style style, List<Cell> cells) {
    return new Line(
        "",
        style,
        cells.stream().map(Cell::estimate).toList(),
        IntStream.range(0, cells.size())
            .filter(year -> cells.get(year).isPreliminary())
            .boxed()
            .toList());
  }

  private Table table(String label, List<Measure> measures) {
    List<Table.Heading> headings =
        Stream.of(
                Stream.of(Table.Heading.text(desk.say("column.measure"))),
                desk.release().years().stream().map(year -> Table.Heading.number(desk.name(year))),
                Stream.of(Table.Heading.mark(desk.say("column.direction"))))
            .flatMap(stream -> stream)
            .toList();
    return desk.explained(
        new Table(
                label,
                desk.say("course.gap.caption", "place", desk.placeName()),
                "development",
                headings,
                measures.stream().flatMap(measure -> rows(measure).stream()).toList(),
                List.of(desk.say("course.gap.note")))
            .readBy(
                Query.of(measures)
                    .of("standard", "esp2013")
                    .by("period", desk.release().years().stream().map(Period::name).toList())
                    .in(desk.place())
                    .of("dimension", "income_quintile")
                    .by("category", List.of("1", "5"))
                    .sql()));
  }

  private List<Table.Row> rows(Measure measure) {
    List<GapCourse.Year> years = years(measure);
    GapCourse course = GapCourse.of(years);
    int decimals = measure.decimals();
    List<Table.Row> rows = new ArrayList<>();
    rows.add(values(name(measure, "quintile.1"), years, y -> desk.number(measure, y.first()), ""));
    rows.add(values(name(measure, "quintile.5"), years, y -> desk.number(measure, y.last()), ""));
    rows.add(
        row(
            name(measure, "column.difference"),
            gaps(years).map(gap -> desk.numbers().of(value(gap.difference()), decimals)),
            mark(measure, course.difference())));
    rows.add(
        row(
            name(measure, "column.ratio"),
            gaps(years).map(gap -> desk.numbers().of(value(gap.ratio()), 2)),
            mark(measure, course.ratio())));
    return rows;
  }

  private String name(Measure measure, String key) {
    return desk.say(
        "course.row.part",
        "label",
        marked(measure.heading(), measure),
        "part",
        desk.say(key).toLowerCase(Locale.ROOT));
  }

  private static Stream<Gap> gaps(List<GapCourse.Year> years) {
    return years.stream().map(GapCourse.Year::gap);
  }

  private static Optional<Double> value(Optional<Estimate> estimate) {
    return estimate.map(Estimate::value);
  }

  private static Table.Row values(
      String name,
      List<GapCourse.Year> years,
      Function<GapCourse.Year, String> value,
      String last) {
    return Table.Row.of(
        name,
        Stream.concat(years.stream().map(value), Stream.of(last)).map(TableCell::number).toList());
  }

  private static Table.Row row(String name, Stream<String> values, Mark mark) {
    return Table.Row.of(
        name,
        Stream.concat(values.map(TableCell::number), Stream.of(TableCell.mark(mark))).toList());
  }

  /** A growing gap in what is better low is worse; in what has no good way it only grows. */
  private Mark mark(Measure measure, Verdict verdict) {
    Direction way = measure.direction() == Direction.NEUTRAL ? Direction.NEUTRAL : Direction.LOWER;
    return Mark.of(new Trend(verdict, 0, 0, 0), way, Mark.Room.TABLE, desk.texts());
  }

  private String marked(String label, Measure measure) {
    return desk.marked(
        label, years(measure).stream().flatMap(year -> Stream.of(year.first(), year.last())));
  }
}
