package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Legend;
import se.jamlik.reports.chart.PanelChart;
import se.jamlik.reports.chart.PanelChart.Panel;
import se.jamlik.reports.chart.PanelChart.Point;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.words.Measure;

/** The municipalities beside the whole, in their own order and never ranked. */
record MunicipalitiesChapter(Desk desk) {

  static final String HEALTH = "municipalities-health";
  static final String SOCIAL = "municipalities-social";

  Chapter chapter(String number) {
    List<Section> sections = new ArrayList<>();
    add(
        sections,
        HEALTH,
        desk.measures(Selection.HEALTH_CARE),
        Optional.of(desk.say("municipalities.meaning")));
    if (sections.isEmpty()) {
      return Chapter.empty(desk, "kommuner", number, desk.say("municipalities.title"));
    }
    return new Chapter(
        "kommuner",
        number,
        desk.say("municipalities.title"),
        desk.say("municipalities.introduction", "whole", desk.whole().name()),
        sections);
  }

  /** The other measures, and what lies outside chance. */
  List<Section> depth() {
    List<Section> sections = new ArrayList<>();
    add(sections, SOCIAL, desk.measures(Selection.OLD_AND_SOCIAL), Optional.empty());
    new FunnelSections(desk).sections().forEach(sections::add);
    return sections;
  }

  private void add(
      List<Section> sections, String name, List<Measure> measures, Optional<String> meaning) {
    if (!measures.isEmpty() && !desk.municipalities().isEmpty()) {
      sections.add(section(name, measures, meaning));
    }
  }

  private Section section(String name, List<Measure> measures, Optional<String> meaning) {
    String finding = finding(measures);
    String table = desk.tableLabel(name);
    String subtitle =
        desk.say(
            "municipalities.subtitle",
            "measures",
            desk.sentences().joined(measures.stream().map(Measure::noun).toList()),
            "period",
            desk.periodName());
    Figure figure =
        new Figure(
            desk.numbering().figure(name),
            desk.figureLabel(name),
            Character.toUpperCase(subtitle.charAt(0)) + subtitle.substring(1),
            drawing(measures),
            desk.alternative("municipalities.alternative", table, "finding", finding),
            34 + 7 * desk.municipalities().size(),
            desk.source());
    return Section.of(finding, figure, table(table, measures), meaning);
  }

  private Drawing drawing(List<Measure> measures) {
    List<Area> places = desk.municipalities();
    int own = places.indexOf(desk.place());
    PanelChart chart =
        new PanelChart(
            places.stream().map(Area::name).toList(),
            measures.stream().map(measure -> panel(measure, places)).toList(),
            own < 0 ? OptionalInt.empty() : OptionalInt.of(own),
            desk.say("nothing"),
            desk.numbers());
    return new Legend(
        List.of(
            new Legend.Point(desk.say("legend.higher"), Style.HIGHER),
            new Legend.Point(desk.say("legend.lower"), Style.LOWER),
            new Legend.Point(desk.say("legend.worse"), Style.WORSE_HIGHER),
            new Legend.Point(desk.say("legend.better"), Style.BETTER_LOWER),
            new Legend.Point(desk.say("legend.none"), Style.NO_DIFFERENCE),
            Legend.Stroke.reference(desk.whole().name())),
        chart);
  }

  private Panel panel(Measure measure, List<Area> places) {
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < places.size(); row++) {
      Area area = places.get(row);
      Style style = PointStyles.style(desk.verdict(measure, area), measure.direction());
      points.add(new Point(row, 0, desk.comparable(measure, area).estimate(), style));
    }
    return new Panel(
        marked(measure.heading(), measure),
        measure.unitAlone(),
        points,
        desk.comparable(measure, desk.whole()).value());
  }

  private Table table(String label, List<Measure> measures) {
    List<Table.Heading> headings = new ArrayList<>();
    headings.add(Table.Heading.text(desk.say("column.municipality")));
    headings.add(new Table.Heading(desk.say("column.residents"), "n residents"));
    for (Measure measure : measures) {
      headings.add(
          // Behind the unit, which must not be parted, the mark would not fit.
          Table.Heading.number(marked(measure.heading(), measure) + ", " + measure.unitAlone()));
      headings.add(Table.Heading.number(desk.say("column.interval")));
    }
    List<Table.Row> rows = new ArrayList<>();
    for (Area area : desk.municipalities()) {
      boolean isOwn = area.equals(desk.place());
      List<TableCell> cells = cells(measures, area);
      rows.add(isOwn ? Table.Row.own(area.name(), cells) : Table.Row.of(area.name(), cells));
    }
    rows.add(Table.Row.of(desk.whole().name(), cells(measures, desk.whole())));
    return desk.explained(
        new Table(
                label,
                desk.say("municipalities.caption", "period", desk.periodName()),
                "municipalities",
                headings,
                rows,
                List.of())
            .readBy(
                Query.of(measures)
                    .of("period", desk.period().name())
                    .of("standard", "esp2013")
                    .in(
                        Stream.concat(desk.municipalities().stream(), Stream.of(desk.whole()))
                            .toList())
                    .sql()));
  }

  private String marked(String label, Measure measure) {
    return desk.marked(
        label,
        Stream.concat(desk.municipalities().stream(), Stream.of(desk.whole()))
            .map(area -> desk.actual(measure, area)));
  }

  private List<TableCell> cells(List<Measure> measures, Area area) {
    List<TableCell> cells = new ArrayList<>();
    cells.add(TableCell.number(residents(area)));
    for (Measure measure : measures) {
      Cell cell = desk.comparable(measure, area);
      cells.add(TableCell.number(desk.number(measure, cell)));
      cells.add(TableCell.number(desk.interval(measure, cell)));
    }
    return cells;
  }

  /** Everybody is in the population of multimorbidity. */
  private String residents(Area area) {
    return desk.numbers()
        .of(
            desk.measure(Selection.ILLNESS)
                .flatMap(measure -> desk.actual(measure, area).denominator()),
            0);
  }

  /** Which measures set municipalities apart from the whole, or that none does. */
  private String finding(List<Measure> measures) {
    List<String> apart =
        measures.stream()
            .filter(measure -> verdicts(measure).stream().anyMatch(Verdict::isEstablished))
            .map(Measure::noun)
            .toList();
    boolean isSilent =
        measures.stream()
            .flatMap(measure -> verdicts(measure).stream())
            .allMatch(verdict -> verdict == Verdict.TOO_FEW_TO_SAY);
    String branch = apart.isEmpty() ? "none" : "some";
    return desk.say(
        "municipalities.finding." + (isSilent ? "unknown" : branch),
        "apart",
        desk.sentences().joined(apart),
        "whole",
        desk.whole().name());
  }

  private List<Verdict> verdicts(Measure measure) {
    return desk.municipalities().stream().map(area -> desk.verdict(measure, area)).toList();
  }
}
