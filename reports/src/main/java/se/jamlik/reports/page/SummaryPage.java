package se.jamlik.reports.page;

import java.util.List;
import java.util.Optional;
import se.jamlik.reports.chart.LineChart;
import se.jamlik.reports.chart.LineChart.Line;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;

/** The first page: a headline, four tiles, three messages, one chart and an overview. */
record SummaryPage(Desk desk) {

  /** The name of the first figure. */
  static final String HERO = "hero";

  String headline() {
    return new Headline(desk).sentence();
  }

  List<Tile> tiles() {
    return desk.measures(Selection.TILES).stream().map(this::tile).toList();
  }

  private Tile tile(Measure measure) {
    Cell actual = desk.actual(measure, desk.place());
    return new Tile(
        desk.marked(measure.heading(), measure, desk.place(), desk.whole()),
        desk.number(measure, actual),
        measure.unit(),
        desk.say("tile.interval", "interval", desk.interval(measure, actual)),
        desk.place().isScope() ? trendMark(measure) : placeMark(measure),
        desk.place().isScope() ? trendReference(measure) : placeReference(measure));
  }

  private Mark trendMark(Measure measure) {
    return desk.direction(measure, desk.place(), Mark.Room.TILE);
  }

  private String trendReference(Measure measure) {
    Trend trend = desk.trend(measure, desk.place());
    return trend.verdict().isEstablished()
        ? desk.say("tile.years", "first", trend.firstYear())
        : "";
  }

  private Mark placeMark(Measure measure) {
    return desk.comparison(measure, desk.place(), Mark.Room.TILE);
  }

  /** Both values, with decimals enough to show a difference that the tile's mark tells of. */
  private String placeReference(Measure measure) {
    Cell own = desk.comparable(measure, desk.place());
    Cell whole = desk.comparable(measure, desk.whole());
    if (own.value().isEmpty() || whole.value().isEmpty()) {
      return "";
    }
    int decimals =
        desk.verdict(measure, desk.place()).isEstablished()
            ? desk.numbers()
                .decimalsThatPart(own.value().get(), whole.value().get(), measure.decimals())
            : measure.decimals();
    return desk.say(
        "tile.standardised",
        "own",
        desk.numbers().of(own.value(), decimals),
        "whole",
        desk.numbers().of(whole.value(), decimals),
        "whole_name",
        desk.whole().name());
  }

  /**
   * True when at least one year of the first figure may be shown, and the chapter that holds its
   * values is there.
   */
  boolean hasHero() {
    return desk.template().chapters().contains(ChapterKind.DEVELOPMENT)
        && desk.headlineMeasure()
            .map(this::lines)
            .map(lines -> lines.get(0).points().stream().anyMatch(Optional::isPresent))
            .orElse(false);
  }

  /**
   * The first figure: lowest and highest income in the whole, or the municipality beside the whole.
   * Nothing when no year may be shown.
   */
  List<Figure> hero() {
    return hasHero()
        ? desk.headlineMeasure().map(known -> figure(known, lines(known))).stream().toList()
        : List.of();
  }

  private Figure figure(Measure measure, List<Line> lines) {
    String kind = desk.kindOfPlace();
    List<String> years = desk.release().years().stream().map(Period::name).toList();
    return new Figure(
        desk.numbering().figure(HERO),
        desk.figureLabel(HERO),
        desk.say(
            "hero.subtitle." + kind,
            "label",
            measure.heading(),
            "place",
            desk.placeName(),
            "whole",
            desk.whole().name(),
            "years",
            desk.years()),
        LineChart.wide(
            desk.say(
                "unit.line.standardised", "measure", measure.heading(), "unit", measure.unit()),
            years,
            lines,
            desk.say("nothing"),
            desk.numbers()),
        desk.alternative(
            "hero.alternative." + kind,
            desk.tableLabel(DevelopmentChapter.HERO_TABLE),
            "label",
            measure.label(),
            "place",
            desk.placeName(),
            "whole",
            desk.whole().name(),
            "headline",
            headline()),
        33,
        desk.source());
  }

  private List<Line> lines(Measure measure) {
    return desk.place().isScope()
        ? List.of(
            new Line(desk.say("quintile.1.long"), Style.LOWEST_INCOME, years(measure, 1)),
            new Line(desk.say("quintile.5.long"), Style.HIGHEST_INCOME, years(measure, 5)))
        : List.of(
            new Line(
                desk.placeName(), Style.OWN, estimates(desk.development(measure, desk.place()))),
            new Line(
                desk.whole().name(),
                Style.WHOLE,
                estimates(desk.development(measure, desk.whole()))));
  }

  private List<Optional<Estimate>> years(Measure measure, int quintile) {
    return desk.release().years().stream()
        .map(
            year ->
                desk.release()
                    .cell(
                        Group.of(measure.id(), year.name())
                            .in(desk.place())
                            .ofQuintile(quintile)
                            .standardised())
                    .estimate())
        .toList();
  }

  static List<Optional<Estimate>> estimates(List<Trend.Year> years) {
    return years.stream().map(year -> year.cell().estimate()).toList();
  }
}
