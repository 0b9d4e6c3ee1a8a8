package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Period;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Texts;

/**
 * Measures of children by income: women and men in the whole, both together in a municipality. A
 * rare one that the release gives for several years together is shown so.
 */
record ByIncome(Desk desk, Theme theme) {

  /** How far from the middle of a row women's and men's points stand. */
  private static final double APART = 0.14;

  private static final String BOTH = "all";

  /** Some measures that are read together, by the name of their texts. */
  record Theme(String name, List<String> indicators) {}

  /** One line alone where there is nothing to show. */
  Section section() {
    Delivered delivered = Delivered.of(desk, theme.indicators());
    String heading = desk.say("children." + theme.name() + ".heading");
    List<Measure> measures = delivered.measures();
    if (measures.isEmpty()) {
      return delivered.none(heading);
    }
    Panels panels = panels(measures);
    if (panels.isSilent()) {
      String silent = desk.say("children.silent", "nouns", joined(measures));
      return Section.text(
          heading,
          Stream.concat(Stream.of(silent), delivered.line().stream()).toArray(String[]::new));
    }
    return section(measures, panels, delivered.line());
  }

  private Section section(List<Measure> measures, Panels panels, List<String> missing) {
    String name = "children-" + theme.name();
    String finding = finding(measures);
    String table = desk.tableLabel(name);
    Figure figure =
        new Figure(
            desk.numbering().figure(name),
            desk.figureLabel(name),
            Texts.capitalised(say("subtitle." + desk.kindOfPlace(), measures)),
            new QuintileLegend(desk).above(panels.chart()),
            desk.alternative("children.alternative", table, "finding", finding),
            desk.place().isScope() ? 56 : 44,
            desk.source());
    List<Verdict> verdicts = measures.stream().map(measure -> gap(measure).verdict()).toList();
    return new Section(
        finding,
        missing,
        List.of(),
        List.of(figure),
        List.of(
            panels.table(
                table,
                say("caption", measures),
                desk.say("column.income"),
                List.of(),
                query(measures))),
        List.of(
            desk.say("children." + theme.name() + ".meaning")
                + " "
                + desk.say("children.meaning." + Verdict.summary(verdicts))),
        List.of());
  }

  private String query(List<Measure> measures) {
    Query query =
        Query.of(measures)
            .by("period", measures.stream().map(m -> period(m).name()).distinct().toList())
            .of("standard", "esp2013")
            .in(desk.place())
            .of("dimension", "income_quintile")
            .by("category", Release.QUINTILES.stream().map(String::valueOf).toList());
    return desk.place().isScope()
        ? query.by("sex", List.of(BOTH, "women", "men")).sql()
        : query.sql();
  }

  private Panels panels(List<Measure> measures) {
    List<Panels.Series> series = new ArrayList<>();
    for (int quintile : Release.QUINTILES) {
      if (desk.place().isScope()) {
        series.add(series(quintile, "women", -APART, Style.WOMEN));
        series.add(series(quintile, "men", APART, Style.MEN));
      } else {
        series.add(series(quintile, BOTH, 0, Style.OWN));
      }
    }
    // The sentence compares both sexes together, so its numbers stand in the table.
    List<Panels.Series> together =
        desk.place().isScope()
            ? Stream.of(1, Release.QUINTILES.size())
                .map(q -> series(q, BOTH, 0, Style.OWN))
                .toList()
            : List.of();
    return new Panels(
        desk,
        measures,
        series,
        together,
        measure -> desk.release().cell(group(measure).standardised()),
        this::heading);
  }

  private Panels.Series series(int quintile, String sex, double down, Style style) {
    return new Panels.Series(
        desk.say("quintile." + quintile),
        desk.say("children.row." + sex, "quintile", quintile),
        down,
        false,
        measure -> cell(measure, quintile, sex),
        (measure, cell) -> style);
  }

  private Cell cell(Measure measure, int quintile, String sex) {
    return desk.release().cell(group(measure).ofQuintile(quintile).ofSex(sex).standardised());
  }

  private Gap gap(Measure measure) {
    return Gap.between(cell(measure, 1, BOTH), cell(measure, 5, BOTH));
  }

  private Group group(Measure measure) {
    return Group.of(measure.id(), period(measure).name()).in(desk.place());
  }

  /** Several years together where the release has them. */
  private Period period(Measure measure) {
    return newestTogether(desk, measure).orElse(desk.period());
  }

  /** The newest years together of a measure that is rare. */
  static Optional<Period> newestTogether(Desk desk, Measure measure) {
    return desk.release().yearsTogether().stream()
        .filter(years -> desk.release().has(Group.of(measure.id(), years.name()).in(desk.place())))
        .max(Comparator.comparing(Period::lastDay));
  }

  private String heading(Measure measure) {
    return newestTogether(desk, measure)
        .map(
            years ->
                desk.say(
                    "children.years",
                    "label",
                    measure.heading(),
                    "years",
                    years.name().replace('-', '–')))
        .orElse(measure.heading());
  }

  /** Which measures differ between lowest and highest income, both sexes together. */
  private String finding(List<Measure> measures) {
    List<Measure> higher = with(measures, Verdict.HIGHER);
    List<Measure> lower = with(measures, Verdict.LOWER);
    List<Measure> unknown = with(measures, Verdict.TOO_FEW_TO_SAY);
    String branch = "both";
    if (higher.isEmpty() && lower.isEmpty()) {
      branch = unknown.size() == measures.size() ? "unknown" : "none";
    } else if (lower.isEmpty()) {
      branch = "higher";
    } else if (higher.isEmpty()) {
      branch = "lower";
    }
    return desk.say(
        "children.finding." + branch,
        "higher",
        joined(higher),
        "lower",
        joined(lower),
        "nouns",
        joined(measures));
  }

  private List<Measure> with(List<Measure> measures, Verdict verdict) {
    return measures.stream().filter(measure -> gap(measure).verdict() == verdict).toList();
  }

  private String joined(List<Measure> measures) {
    return desk.sentences().joined(measures.stream().map(Measure::noun).toList());
  }

  private String say(String key, List<Measure> measures) {
    return desk.say(
        "children." + key,
        "nouns",
        joined(measures),
        "place",
        desk.placeName(),
        "period",
        desk.periodName());
  }
}
