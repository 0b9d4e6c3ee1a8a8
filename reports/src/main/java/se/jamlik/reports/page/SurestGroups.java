package se.jamlik.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.reports.release.ConditionsTogether;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.words.ComorbiditySentences;

/** The pairs and triads of conditions that are the surest to be above what is expected. */
record SurestGroups(Desk desk, ComorbiditySentences sentences) {

  private static final int PAIRS = 8;
  private static final int TRIADS = 5;

  /** Nothing when the release holds no pairs. */
  Optional<Section> pairs(List<ConditionsTogether> pairs) {
    return section("pairs", pairs, PAIRS);
  }

  /** Nothing when the release holds no triads. */
  Optional<Section> triads(List<ConditionsTogether> triads) {
    return section("triads", triads, TRIADS);
  }

  private Optional<Section> section(String kind, List<ConditionsTogether> groups, int most) {
    List<ConditionsTogether> surest =
        groups.stream()
            .filter(ConditionsTogether::isEstablished)
            .filter(group -> group.rank().isPresent())
            .sorted(Comparator.comparingInt(group -> group.rank().orElseThrow()))
            .limit(most)
            .toList();
    if (surest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Section.of(
            desk.say("comorbidity." + kind + ".heading"), table(kind, surest), Optional.empty()));
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
                "whole",
                desk.whole().name(),
                "period",
                desk.periodName()),
            "pairs",
            headings,
            groups.stream().map(this::row).toList(),
            List.of(desk.say("comorbidity.note.rank"))));
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
