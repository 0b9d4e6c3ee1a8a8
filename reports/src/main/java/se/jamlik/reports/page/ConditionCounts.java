package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.chart.StackChart;
import se.jamlik.reports.chart.StackChart.Part;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.ConditionShare;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.words.Measure;

/**
 * How many chronic conditions people have: by age in the whole, beside the whole in a municipality.
 */
record ConditionCounts(Desk desk) {

  private static final String NAME = "conditions";
  private static final List<String> COUNTS = List.of("0", "1", "2", "3", "4", "5+");

  /** One bar: the residents of a place in an age group. */
  private record Bar(String label, Area area, String ageGroup) {}

  /** Nothing when the release does not hold the table. */
  Optional<Section> section() {
    if (desk.release().conditionShares().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(desk.place().isScope() ? byAge() : besideWhole());
  }

  private Section byAge() {
    List<Bar> bars =
        Release.AGE_GROUPS.stream()
            .map(age -> new Bar(age.replace('-', '–'), desk.whole(), age))
            .toList();
    return section("scope", bars, false, 40, majorityFinding());
  }

  private Section besideWhole() {
    List<Bar> bars =
        List.of(
            new Bar(desk.placeName(), desk.place(), "all"),
            new Bar(desk.whole().name(), desk.whole(), "all"));
    return section("place", bars, true, 32, desk.say("conditions.place.finding"));
  }

  private Section section(
      String kind, List<Bar> bars, boolean isHorizontal, int height, String finding) {
    String table = desk.tableLabel(NAME);
    String subtitle =
        desk.say(
            "conditions.subtitle." + kind,
            "mark",
            desk.illnessMark(),
            "place",
            desk.placeName(),
            "whole",
            desk.whole().name(),
            "period",
            desk.periodName());
    List<Part> parts =
        COUNTS.stream()
            .map(
                count ->
                    new Part(
                        desk.say("conditions." + count),
                        bars.stream().map(bar -> share(bar, count)).toList()))
            .toList();
    StackChart chart =
        new StackChart(
            desk.say("conditions.unit"),
            bars.stream().map(Bar::label).toList(),
            parts,
            isHorizontal,
            desk.say("nothing"),
            desk.numbers());
    Figure figure =
        new Figure(
            desk.numbering().figure(NAME),
            desk.figureLabel(NAME),
            subtitle,
            chart.withLegend(),
            desk.alternative("conditions.alternative." + kind, table, "finding", finding),
            height,
            desk.source());
    return Section.of(finding, figure, table(kind, table, subtitle, bars), Optional.empty());
  }

  private Table table(String kind, String label, String caption, List<Bar> bars) {
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("conditions.column." + kind))),
                COUNTS.stream().map(count -> Table.Heading.number(desk.say("conditions." + count))))
            .toList();
    List<Table.Row> rows = new ArrayList<>();
    for (Bar bar : bars) {
      List<TableCell> cells =
          COUNTS.stream()
              .map(count -> TableCell.number(desk.numbers().of(share(bar, count), 1)))
              .toList();
      boolean isOwn = !desk.place().isScope() && bar.area().equals(desk.place());
      String name = desk.say("conditions.row." + kind, "label", bar.label());
      rows.add(isOwn ? Table.Row.own(name, cells) : Table.Row.of(name, cells));
    }
    return desk.explained(
        new Table(label, caption, "ages", headings, rows, List.of()).readBy(query(bars)));
  }

  private String query(List<Bar> bars) {
    return """
        select area, age_group, conditions, value
        from condition_count
        where grouper = 'calderon60' and period = '%s' and sex = 'all'
          and income_quintile = 'all' and area in (%s) and age_group in (%s)
        order by area, age_group, conditions;"""
        .formatted(
            desk.period().name(),
            Query.quoted(bars.stream().map(bar -> bar.area().code())),
            Query.quoted(bars.stream().map(Bar::ageGroup)));
  }

  private Optional<Double> share(Bar bar, String conditions) {
    String period = desk.period().name();
    return desk.release().conditionShares().stream()
        .filter(share -> share.period().equals(period))
        .filter(share -> share.area().equals(bar.area().code()))
        .filter(share -> share.ageGroup().equals(bar.ageGroup()))
        .filter(share -> share.incomeQuintile().equals("all"))
        .filter(share -> share.conditions().equals(conditions))
        .findFirst()
        .flatMap(ConditionShare::value);
  }

  /**
   * The youngest age from which every group has more than half with two conditions, as the
   * intervals bear out.
   */
  private String majorityFinding() {
    Optional<Measure> measure = desk.measure(Selection.ILLNESS);
    String youngest = "";
    for (int i = Release.AGE_GROUPS.size() - 1; i >= 0 && measure.isPresent(); i--) {
      String age = Release.AGE_GROUPS.get(i);
      Cell cell = desk.release().cell(desk.group(measure.get()).in(desk.whole()).aged(age));
      if (!cell.interval().map(ConditionCounts::isMajority).orElse(false)) {
        break;
      }
      youngest = age;
    }
    return youngest.isEmpty()
        ? desk.say("conditions.scope.finding.none")
        : desk.say("conditions.scope.finding.majority", "age", firstAge(youngest));
  }

  private static boolean isMajority(Interval interval) {
    return interval.isAbove(50);
  }

  private static String firstAge(String ageGroup) {
    return ageGroup.replaceAll("\\D.*", "");
  }
}
