package se.jamlik.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.HeatMapChart;
import se.jamlik.reports.chart.HeatMapChart.Square;
import se.jamlik.reports.release.CommonCondition;
import se.jamlik.reports.release.ConditionsTogether;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.words.ComorbiditySentences;

/** Which chronic conditions the same persons have, in the whole: a municipality is too small. */
record ComorbidityChapter(Desk desk) {

  static final String NAME = "comorbidity";

  private static final String ID = "samsjuklighet";

  /** How many conditions there is room for. */
  private static final int MOST_COMMON = 12;

  Chapter chapter(String number) {
    String title = desk.say("comorbidity.title");
    List<String> conditions = mostCommon();
    if (conditions.size() < 2 || inPeriod(2).isEmpty()) {
      return Chapter.empty(desk, ID, number, title);
    }
    return new Chapter(
        ID,
        number,
        title,
        desk.say("comorbidity.introduction." + desk.kindOfPlace(), "whole", desk.whole().name()),
        List.of(heatMap(conditions)));
  }

  /** The pairs and triads with their numbers of persons. */
  List<Section> depth() {
    if (mostCommon().size() < 2 || inPeriod(2).isEmpty()) {
      return List.of();
    }
    RankedGroups ranked = new RankedGroups(desk, sentences());
    return Stream.of(ranked.pairs(inPeriod(2)), ranked.triads(inPeriod(3)))
        .flatMap(Optional::stream)
        .toList();
  }

  private ComorbiditySentences sentences() {
    return new ComorbiditySentences(desk.texts());
  }

  private List<String> mostCommon() {
    return desk.release().morbidity().conditions().stream()
        .filter(condition -> condition.period().equals(desk.period().name()))
        .filter(condition -> condition.persons() > 0)
        .sorted(
            Comparator.comparingLong(CommonCondition::persons)
                .reversed()
                .thenComparing(CommonCondition::condition))
        .limit(MOST_COMMON)
        .map(CommonCondition::condition)
        .toList();
  }

  private List<ConditionsTogether> inPeriod(int conditions) {
    return desk.release().morbidity().together().stream()
        .filter(together -> together.period().equals(desk.period().name()))
        .filter(together -> together.conditions().size() == conditions)
        .toList();
  }

  private Section heatMap(List<String> conditions) {
    List<ConditionsTogether> pairs =
        inPeriod(2).stream().filter(pair -> conditions.containsAll(pair.conditions())).toList();
    String finding = sentences().finding(pairs);
    List<List<Square>> squares =
        IntStream.range(0, conditions.size())
            .mapToObj(
                row ->
                    IntStream.range(0, row)
                        .mapToObj(
                            column -> square(pairs, conditions.get(row), conditions.get(column)))
                        .toList())
            .toList();
    String table = desk.tableLabel(NAME);
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            named("comorbidity.subtitle"),
            drawing(conditions, squares),
            desk.alternative("comorbidity.alternative", table, "finding", finding),
            78,
            desk.source());
    return Section.of(
        finding,
        figure,
        table(table, conditions, squares),
        Optional.of(desk.say("comorbidity.meaning." + branch(pairs))));
  }

  private static String branch(List<ConditionsTogether> pairs) {
    if (pairs.stream().anyMatch(ConditionsTogether::isEstablished)) {
      return "some";
    }
    return pairs.stream().allMatch(pair -> pair.lift().isEmpty()) ? "unknown" : "none";
  }

  /** A pair that the release does not hold is a pair that nobody has. */
  private static Square square(List<ConditionsTogether> pairs, String one, String other) {
    return pairs.stream()
        .filter(pair -> pair.conditions().containsAll(List.of(one, other)))
        .findFirst()
        .map(ComorbidityChapter::square)
        .orElseGet(() -> new Square(Optional.of(0.0), false));
  }

  private static Square square(ConditionsTogether pair) {
    Optional<Interval> interval = pair.lift().flatMap(Estimate::interval);
    return new Square(
        pair.lift().map(Estimate::value),
        interval.map(known -> known.isAbove(1) || known.isBelow(1)).orElse(false));
  }

  private Drawing drawing(List<String> conditions, List<List<Square>> squares) {
    return new HeatMapChart(
            desk.say("comorbidity.unit"),
            conditions.stream().map(sentences()::label).toList(),
            squares,
            desk.say("nothing"),
            desk.numbers())
        .withLegend(
            IntStream.rangeClosed(0, HeatMapChart.CUTS.size())
                .mapToObj(i -> desk.say("comorbidity.legend." + i))
                .toList());
  }

  private Table table(String label, List<String> conditions, List<List<Square>> squares) {
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("comorbidity.column.condition"))),
                conditions.stream()
                    .map(condition -> Table.Heading.number(sentences().shortName(condition))))
            .toList();
    List<Table.Row> rows =
        IntStream.range(0, conditions.size())
            .mapToObj(
                row ->
                    Table.Row.of(
                        sentences().label(conditions.get(row)),
                        IntStream.range(0, conditions.size())
                            .mapToObj(column -> TableCell.number(value(squares, row, column)))
                            .toList()))
            .toList();
    Stream<String> notes =
        Stream.of(
                "comorbidity.note.lift",
                isNobody(squares) ? "comorbidity.note.nobody" : "",
                "comorbidity.note.age",
                "comorbidity.note.names")
            .filter(key -> !key.isEmpty())
            .map(desk::say);
    return desk.explained(
        new Table(
                label,
                named("comorbidity.caption"),
                NAME,
                headings,
                rows,
                Stream.concat(notes, new IllnessNotes(desk).about(desk.whole()).stream()).toList())
            .readBy(query(conditions)));
  }

  private String query(List<String> conditions) {
    return """
        select condition_a, condition_b, lift, ci_low, ci_high
        from condition_pair
        where grouper = 'calderon60' and period = '%1$s' and sex = 'all' and age_group = 'all'
          and status = 'shown' and condition_a in (%2$s)
          and condition_b in (%2$s)
        order by condition_a, condition_b;"""
        .formatted(desk.period().name(), Query.quoted(conditions.stream()));
  }

  private static boolean isNobody(List<List<Square>> squares) {
    return squares.stream()
        .flatMap(List::stream)
        .anyMatch(square -> square.value().filter(value -> value == 0).isPresent());
  }

  private String value(List<List<Square>> squares, int row, int column) {
    return row == column
        ? desk.say("not.applicable")
        : desk.numbers()
            .of(squares.get(Math.max(row, column)).get(Math.min(row, column)).value(), 1);
  }

  private String named(String key) {
    return desk.say(
        key, "mark", desk.illnessMark(), "whole", desk.whole().name(), "period", desk.periodName());
  }
}
