package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Indicator.Direction;
import se.jamlik.reports.words.Mark;
import se.jamlik.reports.words.Measure;

/**
 * Some measures of the place in standardised values: the municipalities beside the whole in the
 * report about the whole, and the municipality beside the whole in its own.
 *
 * @param name of the figure and the table, and of the texts
 * @param quintiles of the place's own people, whose values stand below
 */
record Beside(Desk desk, String name, List<Measure> measures, List<Integer> quintiles) {

  Beside(Desk desk, String name, List<Measure> measures) {
    this(desk, name, measures, List.of());
  }

  Panels panels() {
    return new Panels(
        desk,
        measures,
        Stream.concat(areas().stream().map(this::series), quintiles.stream().map(this::ofIncome))
            .toList(),
        List.of(),
        measure -> desk.comparable(measure, desk.whole()),
        Measure::heading);
  }

  /** Whether the municipality has nothing to draw, or nothing in the whole has. */
  boolean hasNothingToDraw() {
    return desk.place().isScope()
        ? panels().isSilent()
        : measures.stream()
            .allMatch(measure -> desk.comparable(measure, desk.place()).value().isEmpty());
  }

  /** Whether not even an actual value of the place may be shown. */
  boolean isSilent() {
    return hasNothingToDraw()
        && measures.stream()
            .allMatch(measure -> desk.actual(measure, desk.place()).value().isEmpty());
  }

  private List<Area> areas() {
    return desk.place().isScope()
        ? Stream.concat(desk.release().municipalities().stream(), Stream.of(desk.whole())).toList()
        : List.of(desk.place(), desk.whole());
  }

  private Panels.Series series(Area area) {
    return new Panels.Series(
        area.name(),
        area.name(),
        0,
        !desk.place().isScope() && area.equals(desk.place()),
        measure -> desk.comparable(measure, area),
        (measure, cell) ->
            area.isScope()
                ? Style.WHOLE
                : PointStyles.style(desk.verdict(measure, area), measure.direction()));
  }

  private Panels.Series ofIncome(int quintile) {
    String name = desk.say("quintile." + quintile);
    return new Panels.Series(
        name,
        name,
        0,
        false,
        measure -> desk.ofQuintile(measure, desk.place(), quintile),
        (measure, cell) -> quintile == 1 ? Style.LOWEST_INCOME : Style.HIGHEST_INCOME);
  }

  Drawing drawing() {
    List<Legend.Entry> entries = new ArrayList<>();
    boolean hasGoodWay = measures.stream().anyMatch(Beside::hasGoodWay);
    boolean hasNeutral = !measures.stream().allMatch(Beside::hasGoodWay);
    if (hasNeutral) {
      entries.add(new Legend.Point(desk.say("legend.higher"), Style.HIGHER));
      entries.add(new Legend.Point(desk.say("legend.lower"), Style.LOWER));
    }
    if (hasGoodWay) {
      entries.add(new Legend.Point(desk.say("legend.worse"), Style.WORSE_HIGHER));
      entries.add(new Legend.Point(desk.say("legend.better"), Style.BETTER_LOWER));
    }
    entries.add(new Legend.Point(desk.say("legend.none"), Style.NO_DIFFERENCE));
    entries.add(new Legend.Point(desk.whole().name(), Style.WHOLE));
    if (!quintiles.isEmpty()) {
      entries.add(new Legend.Point(desk.say("quintile.1"), Style.LOWEST_INCOME));
      entries.add(new Legend.Point(desk.say("quintile.5"), Style.HIGHEST_INCOME));
    }
    return new Legend(entries, panels().chart());
  }

  private static boolean hasGoodWay(Measure measure) {
    return measure.direction() != Direction.NEUTRAL;
  }

  /** Values of the municipalities, or of the place with what may be said of them. */
  Table table(String label, String caption) {
    return desk.place().isScope() || !quintiles.isEmpty()
        ? panels().table(label, caption, desk.say("column.place"), List.of(), query())
        : tableOfPlace(label, caption);
  }

  private String query() {
    Query query =
        Query.of(measures).of("period", desk.period().name()).of("standard", "esp2013").in(areas());
    return quintiles.isEmpty()
        ? query.sql()
        : query
            .by("dimension", List.of("none", "income_quintile"))
            .by(
                "category",
                Stream.concat(Stream.of("all"), quintiles.stream().map(String::valueOf)).toList())
            .sql();
  }

  private Table tableOfPlace(String label, String caption) {
    List<Table.Heading> headings =
        List.of(
            Table.Heading.text(desk.say("column.indicator")),
            new Table.Heading(desk.say("beside.column.actual"), "n value"),
            Table.Heading.number(desk.say("column.standardised")),
            new Table.Heading(desk.say("column.interval"), "n interval"),
            Table.Heading.number(desk.whole().name()),
            new Table.Heading(desk.say("column.interval"), "n interval"),
            Table.Heading.mark(desk.say("column.comparison")));
    return desk.explained(
        new Table(
                label,
                caption,
                "overview place",
                headings,
                measures.stream().map(this::row).toList(),
                List.of(desk.say("beside.note", "whole", desk.whole().name())))
            .readBy(
                Query.of(measures)
                    .of("period", desk.period().name())
                    .by("standard", List.of("crude", "esp2013"))
                    .in(areas())
                    .sql()));
  }

  private Table.Row row(Measure measure) {
    Cell own = desk.comparable(measure, desk.place());
    Cell whole = desk.comparable(measure, desk.whole());
    return Table.Row.of(
        desk.marked(measure.labelWithUnit(), measure, desk.place(), desk.whole()),
        Stream.concat(
                Stream.of(
                        desk.number(measure, desk.actual(measure, desk.place())),
                        desk.number(measure, own),
                        desk.interval(measure, own),
                        desk.number(measure, whole),
                        desk.interval(measure, whole))
                    .map(TableCell::number),
                Stream.of(TableCell.mark(desk.comparison(measure, desk.place(), Mark.Room.TABLE))))
            .toList());
  }

  /** The measures as in a sentence. */
  String nouns() {
    return desk.sentences().joined(measures.stream().map(Measure::noun).toList());
  }

  /**
   * Which measures set a place apart from the whole, and for the place itself which way.
   *
   * @param all what the measures are about, when none does
   */
  String finding(String all) {
    String branch = summary();
    if (!branch.equals("some")) {
      return say(branch, all);
    }
    if (desk.place().isScope()) {
      return say(branch, desk.sentences().joined(nouns(Verdict.HIGHER, Verdict.LOWER)));
    }
    List<String> higher = nouns(Verdict.HIGHER);
    List<String> lower = nouns(Verdict.LOWER);
    String way = higher.isEmpty() ? "lower" : lower.isEmpty() ? "higher" : "both";
    return desk.say(
        "beside.finding.place." + way,
        "place",
        desk.placeName(),
        "whole",
        desk.whole().name(),
        "higher",
        desk.sentences().joined(higher),
        "lower",
        desk.sentences().joined(lower));
  }

  private String say(String branch, String nouns) {
    return desk.say(
        "beside.finding." + desk.kindOfPlace() + "." + branch,
        "place",
        desk.placeName(),
        "whole",
        desk.whole().name(),
        "nouns",
        nouns);
  }

  /** Whether some comparison is established, none is, or all are unknown. */
  String summary() {
    return Verdict.summary(measures.stream().flatMap(m -> verdicts(m).stream()).toList());
  }

  private List<String> nouns(Verdict... wanted) {
    return measures.stream()
        .filter(measure -> verdicts(measure).stream().anyMatch(List.of(wanted)::contains))
        .map(Measure::noun)
        .toList();
  }

  private List<Verdict> verdicts(Measure measure) {
    return areas().stream()
        .filter(area -> !area.isScope())
        .map(area -> desk.verdict(measure, area))
        .toList();
  }
}
