package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.chart.LineChart;
import se.jamlik.reports.chart.LineChart.Line;
import se.jamlik.reports.chart.Style;
import se.jamlik.reports.judge.Gap;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.words.Measure;

/**
 * Multimorbidity by age and income in the whole; by age beside the whole in a municipality; and the
 * number of conditions in both.
 */
record MultimorbidityChapter(Desk desk) {

  static final String AGE = "age";

  Chapter chapter(String number) {
    List<Section> sections = new ArrayList<>();
    desk.measure(Selection.ILLNESS)
        .ifPresent(
            measure ->
                sections.add(desk.place().isScope() ? byIncome(measure) : besideWhole(measure)));
    new ConditionCounts(desk).section().ifPresent(sections::add);
    String kind = desk.kindOfPlace();
    if (sections.isEmpty()) {
      return Chapter.empty(
          desk, "multisjuklighet", number, desk.say("multimorbidity.title." + kind));
    }
    return new Chapter(
        "multisjuklighet",
        number,
        desk.say("multimorbidity.title." + kind),
        desk.say("multimorbidity.introduction." + kind, "whole", desk.whole().name()),
        sections);
  }

  private Section byIncome(Measure measure) {
    List<Verdict> gaps =
        Release.AGE_GROUPS.stream()
            .map(age -> Gap.between(cell(measure, age, 1), cell(measure, age, 5)).verdict())
            .toList();
    String finding = finding("multimorbidity.income.", gaps);
    List<Line> lines = Release.QUINTILES.stream().map(q -> line(measure, q)).toList();
    String table = desk.tableLabel(AGE);
    Figure figure =
        new Figure(
            desk.numbering().figure(AGE),
            desk.figureLabel(AGE),
            subtitle("multimorbidity.income.subtitle"),
            chart(measure, lines),
            desk.alternative("multimorbidity.income.alternative", table, "finding", finding),
            40,
            desk.source());
    List<Table.Row> rows =
        Release.QUINTILES.stream()
            .map(
                quintile ->
                    Table.Row.of(
                        desk.say("quintile." + quintile),
                        numbers(measure, age -> cell(measure, age, quintile))))
            .toList();
    return Section.of(
        finding,
        figure,
        table(
            table,
            "multimorbidity.income.caption",
            desk.say("column.income"),
            rows,
            meaning("multimorbidity.income.meaning.", gaps),
            ages(measure)
                .in(desk.place())
                .of("dimension", "income_quintile")
                .by("category", Release.QUINTILES.stream().map(String::valueOf).toList())),
        Optional.empty());
  }

  private Section besideWhole(Measure measure) {
    List<Verdict> verdicts =
        Release.AGE_GROUPS.stream()
            .map(
                age ->
                    Verdict.of(cell(measure, age, desk.place()), cell(measure, age, desk.whole())))
            .toList();
    String finding = finding("multimorbidity.place.", verdicts);
    List<Line> lines =
        List.of(line(measure, desk.place(), Style.OWN), line(measure, desk.whole(), Style.WHOLE));
    String table = desk.tableLabel(AGE);
    Figure figure =
        new Figure(
            desk.numbering().figure(AGE),
            desk.figureLabel(AGE),
            subtitle("multimorbidity.place.subtitle"),
            chart(measure, lines),
            desk.alternative("multimorbidity.place.alternative", table, "finding", finding),
            46,
            desk.source());
    List<Table.Row> rows =
        List.of(
            Table.Row.own(
                desk.placeName(), numbers(measure, age -> cell(measure, age, desk.place()))),
            Table.Row.of(
                desk.say("row.interval", "place", desk.placeName()),
                Release.AGE_GROUPS.stream()
                    .map(age -> desk.interval(measure, cell(measure, age, desk.place())))
                    .map(TableCell::number)
                    .toList()),
            Table.Row.of(
                desk.whole().name(), numbers(measure, age -> cell(measure, age, desk.whole()))));
    return Section.of(
        finding,
        figure,
        table(
            table,
            "multimorbidity.place.caption",
            desk.say("column.place"),
            rows,
            "",
            ages(measure).in(List.of(desk.place(), desk.whole()))),
        Optional.of(meaning("multimorbidity.place.meaning.", verdicts)));
  }

  private LineChart chart(Measure measure, List<Line> lines) {
    List<String> ages = Release.AGE_GROUPS.stream().map(age -> age.replace('-', '–')).toList();
    return LineChart.wide(
        desk.say("multimorbidity.unit", "unit", measure.unitAlone()),
        ages,
        lines,
        desk.say("nothing"),
        desk.numbers());
  }

  private Line line(Measure measure, int quintile) {
    Style style =
        switch (quintile) {
          case 1 -> Style.LOWEST_INCOME;
          case 5 -> Style.HIGHEST_INCOME;
          default -> Style.MIDDLE_INCOME;
        };
    String label =
        switch (quintile) {
          case 1, 5 -> desk.say("quintile." + quintile + ".long");
          case 3 -> desk.say("quintile.middle");
          default -> "";
        };
    return new Line(label, style, estimates(age -> cell(measure, age, quintile)));
  }

  private Line line(Measure measure, Area area, Style style) {
    return new Line(area.name(), style, estimates(age -> cell(measure, age, area)));
  }

  private static List<Optional<Estimate>> estimates(CellOfAge cells) {
    return Release.AGE_GROUPS.stream().map(age -> cells.of(age).estimate()).toList();
  }

  private List<TableCell> numbers(Measure measure, CellOfAge cells) {
    return Release.AGE_GROUPS.stream()
        .map(age -> TableCell.number(desk.number(measure, cells.of(age))))
        .toList();
  }

  private Table table(
      String label,
      String caption,
      String first,
      List<Table.Row> rows,
      String meaning,
      Query query) {
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(first)),
                Release.AGE_GROUPS.stream().map(age -> Table.Heading.number(age.replace('-', '–'))))
            .toList();
    return desk.explained(
        new Table(label, subtitle(caption), "ages", headings, rows, notes(meaning))
            .readBy(query.sql()));
  }

  private Query ages(Measure measure) {
    return Query.of(List.of(measure))
        .of("period", desk.period().name())
        .of("standard", "crude")
        .by("age_group", Release.AGE_GROUPS);
  }

  private List<String> notes(String meaning) {
    return Stream.concat(
            Stream.of(meaning).filter(note -> !note.isEmpty()),
            new IllnessNotes(desk).about(desk.place()).stream())
        .toList();
  }

  private Cell cell(Measure measure, String age, int quintile) {
    return desk.release().cell(desk.group(measure).in(desk.place()).aged(age).ofQuintile(quintile));
  }

  private Cell cell(Measure measure, String age, Area area) {
    return desk.release().cell(desk.group(measure).in(area).aged(age));
  }

  private String subtitle(String key) {
    return desk.say(
        key,
        "mark",
        desk.illnessMark(),
        "place",
        desk.placeName(),
        "whole",
        desk.whole().name(),
        "period",
        desk.periodName());
  }

  /** Counts how many age groups point which way; a mixture is told as a mixture. */
  private String finding(String stem, List<Verdict> verdicts) {
    long higher = verdicts.stream().filter(v -> v == Verdict.HIGHER).count();
    long lower = verdicts.stream().filter(v -> v == Verdict.LOWER).count();
    return desk.say(
        stem + branch(verdicts, higher, lower),
        "higher",
        higher,
        "lower",
        lower,
        "groups",
        verdicts.size(),
        "place",
        desk.placeName(),
        "whole",
        desk.whole().name());
  }

  private static String branch(List<Verdict> verdicts, long higher, long lower) {
    if (higher > 0 && lower > 0) {
      return "both";
    }
    if (higher > 0) {
      return higher == verdicts.size() ? "all-higher" : "higher";
    }
    if (lower > 0) {
      return "lower";
    }
    boolean isSilent = verdicts.stream().allMatch(v -> v == Verdict.TOO_FEW_TO_SAY);
    return isSilent ? "unknown" : "none";
  }

  private String meaning(String stem, List<Verdict> verdicts) {
    return desk.say(
        stem + Verdict.summary(verdicts), "place", desk.placeName(), "whole", desk.whole().name());
  }

  /** The cell of an age group. */
  private interface CellOfAge {
    Cell of(String age);
  }
}
