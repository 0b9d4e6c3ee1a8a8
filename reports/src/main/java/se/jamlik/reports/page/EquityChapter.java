package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.PanelChart;
import se.jamlik.reports.chart.PanelChart.Panel;
import se.jamlik.reports.chart.PanelChart.Point;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.words.Measure;

/** Health and care by income: women and men in the whole, both together in a municipality. */
record EquityChapter(Desk desk) {

  static final String NAME = "equity";

  /** How far from the middle of a row women's and men's points stand. */
  private static final double APART = 0.14;

  Chapter chapter(String number) {
    List<Measure> measures = desk.measures(Selection.EQUITY);
    if (measures.isEmpty()) {
      return Chapter.empty(desk, "jamlikhet", number, desk.say("equity.title"));
    }
    String finding = finding(measures);
    String table = desk.tableLabel(NAME);
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            subtitle("subtitle"),
            drawing(measures),
            desk.alternative("equity.alternative", table, "finding", finding),
            50,
            desk.source());
    List<Verdict> verdicts =
        measures.stream().map(measure -> desk.gap(measure, desk.place()).verdict()).toList();
    Section gradient =
        Section.of(
            finding,
            figure,
            valueTable(table, measures),
            Optional.of(desk.say("equity.meaning." + Verdict.summary(verdicts))));
    List<Section> sections = new ArrayList<>();
    sections.add(gradient);
    sections.add(Section.of(desk.say("equity.gap.heading"), gapTable(measures), Optional.empty()));
    return new Chapter(
        "jamlikhet", number, desk.say("equity.title"), desk.say("equity.introduction"), sections);
  }

  /** Inequality over all income groups. */
  List<Section> depth() {
    List<Measure> measures = desk.measures(Selection.EQUITY);
    return measures.isEmpty()
        ? List.of()
        : Stream.of(
                new SlopeSection(desk).section(measures), new ConcentrationSection(desk).section())
            .flatMap(Optional::stream)
            .toList();
  }

  private Drawing drawing(List<Measure> measures) {
    List<String> rows =
        Release.QUINTILES.stream().map(quintile -> desk.say("quintile." + quintile)).toList();
    return new QuintileLegend(desk)
        .above(
            new PanelChart(
                rows,
                measures.stream().map(this::panel).toList(),
                OptionalInt.empty(),
                desk.say("nothing"),
                desk.numbers()));
  }

  private Panel panel(Measure measure) {
    List<Point> points = new ArrayList<>();
    for (int quintile : Release.QUINTILES) {
      int row = quintile - 1;
      if (desk.place().isScope()) {
        points.add(point(row, -APART, sexCell(measure, quintile, "women"), Style.WOMEN));
        points.add(point(row, APART, sexCell(measure, quintile, "men"), Style.MEN));
      } else {
        points.add(point(row, 0, desk.ofQuintile(measure, desk.place(), quintile), Style.OWN));
      }
    }
    return new Panel(
        desk.marked(measure.heading(), measure, desk.place()),
        measure.unitAlone(),
        points,
        desk.comparable(measure, desk.place()).value());
  }

  private static Point point(int row, double down, Cell cell, Style style) {
    return new Point(row, down, cell.estimate(), style);
  }

  private Cell sexCell(Measure measure, int quintile, String sex) {
    return desk.release()
        .cell(desk.group(measure).in(desk.place()).ofQuintile(quintile).ofSex(sex).standardised());
  }

  private Table valueTable(String label, List<Measure> measures) {
    List<Table.Row> rows = new ArrayList<>();
    for (Measure measure : measures) {
      if (desk.place().isScope()) {
        rows.add(row(measure, desk.say("women.lower"), q -> sexCell(measure, q, "women")));
        rows.add(row(measure, desk.say("men.lower"), q -> sexCell(measure, q, "men")));
      } else {
        rows.add(row(measure, "", q -> desk.ofQuintile(measure, desk.place(), q)));
      }
    }
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("column.indicator"))),
                Release.QUINTILES.stream()
                    .map(q -> Table.Heading.number(desk.say("quintile." + q))))
            .toList();
    return desk.explained(
        new Table(label, subtitle("caption"), "quintiles", headings, rows, List.of())
            .readBy(
                desk.place().isScope()
                    ? quintiles(measures).by("sex", List.of("women", "men")).sql()
                    : quintiles(measures).sql()));
  }

  private Table.Row row(Measure measure, String who, CellOfQuintile cells) {
    String name = who.isEmpty() ? measure.labelWithUnit() : measure.labelWithUnit() + ", " + who;
    return Table.Row.of(
        desk.marked(name, measure, desk.place()),
        Release.QUINTILES.stream()
            .map(quintile -> TableCell.number(desk.number(measure, cells.of(quintile))))
            .toList());
  }

  /**
   * Difference and ratio together, since they can move apart. Hidden where either group is hidden.
   */
  private Table gapTable(List<Measure> measures) {
    List<Table.Heading> headings =
        List.of(
            Table.Heading.text(desk.say("column.indicator")),
            Table.Heading.number(desk.say("column.lowest")),
            Table.Heading.number(desk.say("column.highest")),
            Table.Heading.number(desk.say("column.difference")),
            Table.Heading.number(desk.say("column.interval")),
            Table.Heading.number(desk.say("column.ratio")),
            Table.Heading.number(desk.say("column.interval")));
    return desk.explained(
        new Table(
                desk.tableLabel("gap"),
                subtitle("gap.caption"),
                "gaps",
                headings,
                measures.stream().map(this::gapRow).toList(),
                List.of(desk.say("equity.gap.note")))
            .readBy(quintiles(measures).sql()));
  }

  private Query quintiles(List<Measure> measures) {
    return Query.of(measures)
        .of("period", desk.period().name())
        .of("standard", "esp2013")
        .in(desk.place())
        .of("dimension", "income_quintile")
        .by("category", Release.QUINTILES.stream().map(String::valueOf).toList());
  }

  private Table.Row gapRow(Measure measure) {
    Gap gap = desk.gap(measure, desk.place());
    int decimals = measure.decimals();
    return Table.Row.of(
        desk.marked(measure.labelWithUnit(), measure, desk.place()),
        Stream.of(
                desk.number(measure, desk.ofQuintile(measure, desk.place(), 1)),
                desk.number(measure, desk.ofQuintile(measure, desk.place(), 5)),
                desk.numbers().of(gap.difference().map(Estimate::value), decimals),
                desk.numbers().ofInterval(gap.difference().flatMap(Estimate::interval), decimals),
                desk.numbers().of(gap.ratio().map(Estimate::value), 2),
                desk.numbers().ofInterval(gap.ratio().flatMap(Estimate::interval), 2))
            .map(TableCell::number)
            .toList());
  }

  private String finding(List<Measure> measures) {
    List<String> higher = nouns(measures, Verdict.HIGHER);
    List<String> lower = nouns(measures, Verdict.LOWER);
    boolean isSilent = nouns(measures, Verdict.TOO_FEW_TO_SAY).size() == measures.size();
    String branch = higher.isEmpty() ? (lower.isEmpty() ? "none" : "lower") : "higher";
    if (!higher.isEmpty() && !lower.isEmpty()) {
      branch = "both";
    }
    return desk.say(
        "equity.finding." + (isSilent ? "unknown" : branch),
        "higher",
        desk.sentences().joined(higher),
        "lower",
        desk.sentences().joined(lower));
  }

  private List<String> nouns(List<Measure> measures, Verdict verdict) {
    return measures.stream()
        .filter(measure -> desk.gap(measure, desk.place()).verdict() == verdict)
        .map(Measure::noun)
        .toList();
  }

  private String subtitle(String key) {
    return desk.say(
        "equity." + key + "." + desk.kindOfPlace(),
        "place",
        desk.placeName(),
        "period",
        desk.periodName());
  }

  /** The cell of an income quintile. */
  private interface CellOfQuintile {
    Cell of(int quintile);
  }
}
