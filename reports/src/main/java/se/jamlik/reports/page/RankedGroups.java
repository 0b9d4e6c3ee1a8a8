package se.jamlik.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.reports.release.ConditionsTogether;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.words.ComorbiditySentences;

/** The pairs that are the surest to be above what is expected, and the most common triads. */
record RankedGroups(Desk desk, ComorbiditySentences sentences) {

  private static final int PAIRS = 8;
  private static final int TRIADS = 5;

  /** Nothing when no pair is established. */
  Optional<Section> pairs(List<ConditionsTogether> pairs) {
    return section(
        "pairs", pairs.stream().filter(ConditionsTogether::isEstablished).toList(), PAIRS);
  }

  /** Nothing when the release shows no triads. */
  Optional<Section> triads(List<ConditionsTogether> triads) {
    return section("triads", triads, TRIADS);
  }

  private Optional<Section> section(String kind, List<ConditionsTogether> groups, int most) {
    List<ConditionsTogether> first =
        groups.stream()
            .filter(group -> group.lift().isPresent() && group.rank().isPresent())
            .sorted(Comparator.comparingInt(group -> group.rank().orElseThrow()))
            .limit(most)
            .toList();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Section.of(
            desk.say("comorbidity." + kind + ".heading"), table(kind, first), Optional.empty()));
  }

  private Table table(String kind, List<ConditionsTogether> groups) {
    List<Table.Heading> headings =
        Stream.concat(
                Stream.of(Table.Heading.text(desk.say("comorbidity.column.conditions"))),
                Stream.of(
                        "comorbidity.column.persons",
                        "comorbidity.column.expected",
                        "comorbidity.column.lift",
                        "column.interval")
                    .map(key -> Table.Heading.number(desk.say(key))))
            .toList();
    return desk.explained(
        new Table(
                desk.tableLabel("comorbidity-" + kind),
                desk.say(
                    "comorbidity." + kind + ".caption",
                    "mark",
                    desk.illnessMark(),
                    "whole",
                    desk.whole().name(),
                    "period",
                    desk.periodName()),
                "pairs",
                headings,
                groups.stream().map(this::row).toList(),
                List.of(desk.say("comorbidity." + kind + ".note")))
            .readBy(query(kind, groups)));
  }

  /** Chosen by rank, so that no list of names is needed. */
  private String query(String kind, List<ConditionsTogether> groups) {
    boolean isPairs = kind.equals("pairs");
    return """
        select %s, persons, expected, lift, ci_low, ci_high
        from %s
        where grouper = 'calderon60' and period = '%s' and sex = 'all'
          and status = 'shown'%s and rank in (%s)
        order by rank;"""
        .formatted(
            isPairs ? "condition_a, condition_b" : "condition_a, condition_b, condition_c",
            isPairs ? "condition_pair" : "condition_triad",
            desk.period().name(),
            isPairs ? " and age_group = 'all'" : "",
            groups.stream()
                .map(group -> String.valueOf(group.rank().orElseThrow()))
                .collect(Collectors.joining(", ")));
  }

  private Table.Row row(ConditionsTogether group) {
    return Table.Row.of(
        sentences.heading(group),
        Stream.of(
                desk.numbers().of(group.persons().map(Long::doubleValue), 0),
                desk.numbers().of(group.expected(), 1),
                desk.numbers().of(group.lift().map(Estimate::value), 1),
                desk.numbers().ofInterval(group.lift().flatMap(Estimate::interval), 1))
            .map(TableCell::number)
            .toList());
  }
}
