package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.chart.ConcentrationChart;
import se.jamlik.reports.chart.ConcentrationChart.Corner;
import se.jamlik.reports.chart.ConcentrationChart.Lean;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.EquityMeasure;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.words.EquitySentences;
import se.jamlik.reports.words.EquitySentences.Curve;
import se.jamlik.reports.words.Measure;
import se.jamlik.reports.words.Texts;

/**
 * How the cases of one measure are spread over the income groups, beside an even distribution. The
 * actual values, since standardised ones are no cases.
 */
record ConcentrationSection(Desk desk) {

  static final String NAME = "concentration";

  /** The part of the people and of the cases that an income group has, in percent. */
  record Group(double people, double cases) {}

  /** Nothing when the release has none of the measures. */
  Optional<Section> section() {
    return measure().map(this::section);
  }

  /**
   * The measure of the headline; the next of the same fixed order when one of its income groups is
   * hidden; the first when each has one.
   */
  private Optional<Measure> measure() {
    List<Measure> measures =
        Stream.concat(desk.headlineMeasure().stream(), desk.measures(Selection.HEADLINE).stream())
            .toList();
    return measures.stream()
        .filter(measure -> !groups(cells(measure)).isEmpty())
        .findFirst()
        .or(() -> measures.stream().findFirst());
  }

  private List<Cell> cells(Measure measure) {
    return Release.QUINTILES.stream()
        .map(q -> desk.release().cell(desk.group(measure).in(desk.place()).ofQuintile(q)))
        .toList();
  }

  /**
   * The groups with their parts; none when any group is hidden, since the others would give it
   * away. A value times its denominator is the cases in the unit of the measure.
   */
  static List<Group> groups(List<Cell> cells) {
    boolean isShown =
        cells.stream().allMatch(cell -> cell.value().isPresent() && cell.denominator().isPresent());
    double people = cells.stream().mapToDouble(cell -> cell.denominator().orElse(0.0)).sum();
    double cases = cells.stream().mapToDouble(ConcentrationSection::cases).sum();
    if (!isShown || people <= 0 || cases <= 0) {
      return List.of();
    }
    return cells.stream()
        .map(
            cell ->
                new Group(
                    100 * cell.denominator().orElseThrow() / people, 100 * cases(cell) / cases))
        .toList();
  }

  private static double cases(Cell cell) {
    return cell.value().orElse(0.0) * cell.denominator().orElse(0.0);
  }

  private Section section(Measure measure) {
    List<Group> groups = groups(cells(measure));
    EquitySentences sentences = new EquitySentences(desk.texts(), desk.sentences());
    Cell index =
        groups.isEmpty()
            ? Cell.ABSENT
            : desk.release()
                .equity(
                    EquityMeasure.of("rci", measure.id(), desk.period().name()).in(desk.place()));
    Verdict lean = EquitySentences.lean(index);
    String finding =
        sentences.concentration(measure, lean, groups.isEmpty() ? Curve.HIDDEN : Curve.SHOWN);
    String table = desk.tableLabel(NAME);
    Words words = new Words(measure, sentences.cases(measure), sentences.people(measure));
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            say("concentration.subtitle", words),
            chart(words, corners(groups), lean),
            desk.alternative("concentration.alternative", table, "finding", finding),
            Figure.SQUARE,
            66,
            desk.source());
    return Section.of(
        finding,
        figure,
        table(table, words, groups, index),
        Optional.of(meaning(words, groups, lean)));
  }

  /** What the text of one measure is filled in with. */
  private record Words(Measure measure, String cases, String people) {}

  private String say(String key, Words words) {
    return desk.say(
        key,
        "noun",
        words.measure().noun(),
        "mark",
        words.measure().mark(),
        "cases",
        words.cases(),
        "people",
        words.people(),
        "place",
        desk.placeName(),
        "period",
        desk.periodName());
  }

  private ConcentrationChart chart(Words words, List<Corner> corners, Verdict lean) {
    return new ConcentrationChart(
        new ConcentrationChart.Labels(
            say("concentration.up", words),
            say("concentration.across", words),
            desk.say("concentration.curve"),
            desk.say("concentration.diagonal"),
            desk.say("nothing")),
        corners,
        switch (lean) {
          case LOWER -> Lean.LOW_INCOME;
          case HIGHER -> Lean.HIGH_INCOME;
          default -> Lean.NOT_ESTABLISHED;
        },
        desk.numbers());
  }

  /** From nobody over each group to everybody. */
  static List<Corner> corners(List<Group> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    List<Corner> corners = new ArrayList<>(List.of(new Corner(0, 0)));
    for (Group group : groups) {
      Corner last = corners.get(corners.size() - 1);
      corners.add(new Corner(last.people() + group.people(), last.cases() + group.cases()));
    }
    return corners;
  }

  private Table table(String label, Words words, List<Group> groups, Cell index) {
    List<Corner> corners = corners(groups);
    List<Table.Row> rows =
        Release.QUINTILES.stream()
            .map(
                quintile ->
                    Table.Row.of(
                        desk.say("quintile." + quintile),
                        Stream.of(
                                at(corners, quintile).map(Corner::people),
                                at(corners, quintile).map(Corner::cases),
                                at(groups, quintile - 1).map(Group::cases))
                            .map(share -> TableCell.number(desk.numbers().of(share, 1)))
                            .toList()))
            .toList();
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("column.income"))),
                Stream.of("people", "cases", "own")
                    .map(column -> say("concentration.column." + column, words))
                    .map(text -> Table.Heading.number(Texts.capitalised(text))))
            .toList();
    return desk.explained(
        new Table(
                label,
                say("concentration.caption", words),
                NAME,
                headings,
                rows,
                notes(words, groups, index))
            .readBy(query(words.measure())));
  }

  /** The groups add up to a hundred only when all are shown: else nothing is read. */
  private String query(Measure measure) {
    return """
        select category, 100 * sum(people) over running / sum(people) over () as people_so_far,
          100 * sum(cases) over running / sum(cases) over () as cases_so_far,
          100 * cases / sum(cases) over () as cases_share
        from (select category, denominator as people, value * denominator as cases
          from indicator_value
          where indicator = '%s' and period = '%s' and area = '%s' and standard = 'crude'
            and dimension = 'income_quintile' and category in (%s)
            and sex = 'all' and age_group = 'all') as of_groups
        window running as (order by category)
        order by category;"""
        .formatted(
            measure.id(),
            desk.period().name(),
            desk.place().code(),
            Query.quoted(Release.QUINTILES.stream().map(String::valueOf)));
  }

  private static <T> Optional<T> at(List<T> list, int place) {
    return place < list.size() ? Optional.of(list.get(place)) : Optional.empty();
  }

  private List<String> notes(Words words, List<Group> groups, Cell index) {
    List<String> notes = new ArrayList<>();
    if (groups.isEmpty()) {
      notes.add(desk.say("concentration.note.hidden"));
    } else {
      notes.add(index.estimate().map(known -> index(words, known)).orElseGet(this::noIndex));
    }
    notes.add(desk.say("concentration.note.known"));
    List<Cell> cells = cells(words.measure());
    if (cells.stream().anyMatch(Cell::hasShortLookBack)) {
      notes.add(desk.say("note.look-back"));
    }
    notes.addAll(desk.noteOfWarning(words.measure(), cells.stream()));
    return notes;
  }

  private String noIndex() {
    return desk.say("concentration.note.no-index");
  }

  private String index(Words words, Estimate index) {
    return desk.say(
        "concentration.note.index",
        "value",
        desk.numbers().of(index.value(), 3),
        "interval",
        desk.numbers().ofInterval(index.interval(), 3),
        "cases",
        words.cases());
  }

  private String meaning(Words words, List<Group> groups, Verdict lean) {
    if (groups.isEmpty() || !lean.isEstablished()) {
      return desk.say("concentration.meaning." + lean);
    }
    Group told = groups.get(lean == Verdict.LOWER ? 0 : groups.size() - 1);
    return desk.say(
        "concentration.meaning." + lean,
        "people",
        words.people(),
        "cases",
        words.cases(),
        "people_share",
        desk.numbers().of(told.people(), 0),
        "cases_share",
        desk.numbers().of(told.cases(), 0));
  }
}
