package se.jamlik.jobs.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.jobs.runs.ReportSection.Column;

/** What the page about a run tells of its stages. */
final class RunStages {
  /** Fields of a stage that are no counts of what it made. */
  private static final Set<String> OF_ANY_STAGE =
      Set.of("stage", "seconds", "made", "reused", "why", "check_seconds");

  private static final int MOST_CAUSES = 4;

  /** Between a number and what it counts. */
  private static final char NO_BREAK = '\u00a0';

  private RunStages() {}

  static ReportSection section(Run run) {
    return ReportSection.ofTable(
        "Stages",
        "",
        List.of(
            Column.text("Stage"),
            Column.number("Seconds"),
            Column.text("Counts"),
            Column.number("Made"),
            Column.number("Reused"),
            Column.text("Why made")),
        Stream.concat(run.stages().map(RunStages::stage), all(run)).toList());
  }

  private static List<String> stage(JsonNode stage) {
    return List.of(
        stage.path("stage").asText(),
        Numbers.seconds(stage.path("seconds").asDouble()),
        counts(stage),
        count(stage, "made"),
        count(stage, "reused"),
        why(stage.path("why")));
  }

  /** The sum of the stages; none where there is nothing to add up. */
  private static Stream<List<String>> all(Run run) {
    double seconds = run.stages().mapToDouble(stage -> stage.path("seconds").asDouble()).sum();
    return run.stages().count() < 2
        ? Stream.empty()
        : Stream.of(
            List.of("all", Numbers.seconds(seconds), "", sum(run, "made"), sum(run, "reused"), ""));
  }

  private static String sum(Run run, String count) {
    return run.stages().anyMatch(stage -> stage.has(count))
        ? Numbers.whole(run.stages().mapToLong(stage -> stage.path(count).asLong()).sum())
        : "";
  }

  private static String counts(JsonNode stage) {
    List<String> counts = new ArrayList<>();
    stage
        .properties()
        .forEach(
            field -> {
              if (!OF_ANY_STAGE.contains(field.getKey()) && field.getValue().isNumber()) {
                counts.add(
                    "%s %s"
                        .formatted(
                            Numbers.whole(field.getValue().asLong()),
                            field.getKey().replace('_', ' '))
                        .replace(' ', NO_BREAK));
              }
            });
    return String.join(", ", counts);
  }

  private static String count(JsonNode stage, String name) {
    return stage.path(name).isNumber() ? Numbers.whole(stage.path(name).asLong()) : "";
  }

  /** The causes that made most pieces anew, each with the number of them. */
  private static String why(JsonNode why) {
    List<Map.Entry<String, JsonNode>> causes =
        why.properties().stream()
            .sorted(Comparator.comparingLong(cause -> -cause.getValue().asLong()))
            .toList();
    return Stream.concat(
            causes.stream()
                .limit(MOST_CAUSES)
                .map(
                    cause ->
                        "%s (%s)"
                            .formatted(cause.getKey(), Numbers.whole(cause.getValue().asLong()))),
            Stream.of(causes.size() - MOST_CAUSES)
                .filter(rest -> rest > 0)
                .map("and %d more"::formatted))
        .collect(Collectors.joining(", "));
  }
}
