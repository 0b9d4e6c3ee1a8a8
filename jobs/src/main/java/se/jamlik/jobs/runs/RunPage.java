package se.jamlik.jobs.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.jamlik.jobs.runs.ReportSection.Column;

/**
 * The page about a run, part by part; what {@code run.json} does not tell is left out.
 *
 * @param message the last words of the run, all lines
 * @param facts by what they are called, in the order in which they are shown
 */
public record RunPage(
    String title,
    String message,
    boolean hasFailed,
    Map<String, String> facts,
    List<ReportSection> sections) {
  private static final int MOST_DELIVERIES = 200;

  /** Fields of a stage that are no counts of what it made. */
  private static final Set<String> OF_ANY_STAGE =
      Set.of("stage", "seconds", "made", "reused", "why", "check_seconds");

  /** The page of a run; the changes are there when it made a release after another. */
  static RunPage of(Run run, Optional<Changes> changes) {
    return new RunPage(
        "Run %s: %s".formatted(run.id(), run.state().replace('_', ' ')),
        ShownText.of(run.record().path("message").asText()),
        !run.hasSucceeded(),
        facts(run),
        Stream.of(
                Optional.of(stages(run)),
                Optional.of(reasons(run)),
                Optional.of(
                    ReportSection.ofLines(
                        "Set aside by the operator",
                        "Refused deliveries that the night went on without.",
                        texts(run, "skip"))),
                Optional.of(
                    ReportSection.ofLines(
                        "Quality checks that warn or failed", "", texts(run, "quality_warnings"))),
                Optional.of(
                    ReportSection.ofLines(
                        "Tables that link worse than expected",
                        "Fewer rows than quality.expected-linked belong to anybody in rtb_bef.",
                        texts(run, "poorly_linked"))),
                changes.map(Changes::section),
                Optional.of(deliveries(run)))
            .flatMap(Optional::stream)
            .filter(section -> !section.isEmpty() || section.title().startsWith("Changes"))
            .toList());
  }

  /** The class of the style sheet. */
  public String messageClass() {
    return hasFailed ? "message failed" : "message";
  }

  private static Map<String, String> facts(Run run) {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "Logical date", run, "as_of");
    put(facts, "Release", run, "release");
    put(facts, "Exit code", run, "exit_code");
    put(facts, "Began", run, "started_at");
    put(facts, "Ended", run, "ended_at");
    run.seconds().ifPresent(seconds -> facts.put("Seconds", Numbers.seconds(seconds)));
    put(facts, "Code version", run, "code_version");
    put(facts, "Definitions", run, "definitions_version");
    put(facts, "Largest memory, MiB", run, "peak_memory_mib");
    put(facts, "Mirror", run, "mirror");
    put(facts, "The mirror is behind", run, Run.MIRROR_PROBLEM);
    return facts;
  }

  private static void put(Map<String, String> facts, String name, Run run, String key) {
    JsonNode value = run.record().path(key);
    if (value.isValueNode() && !value.asText().isEmpty()) {
      facts.put(name, ShownText.of(value.asText()));
    }
  }

  private static ReportSection stages(Run run) {
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
        run.stages().map(RunPage::stage).toList());
  }

  private static List<String> stage(JsonNode stage) {
    List<String> counts = new ArrayList<>();
    stage
        .properties()
        .forEach(
            field -> {
              if (!OF_ANY_STAGE.contains(field.getKey()) && field.getValue().isNumber()) {
                counts.add(
                    Numbers.whole(field.getValue().asLong())
                        + " "
                        + field.getKey().replace('_', ' '));
              }
            });
    return List.of(
        stage.path("stage").asText(),
        Numbers.seconds(stage.path("seconds").asDouble()),
        String.join(", ", counts),
        count(stage, "made"),
        count(stage, "reused"),
        why(stage.path("why")));
  }

  /** A word, or causes with the number of pieces that each of them made anew. */
  private static String why(JsonNode why) {
    return why.isObject()
        ? why.properties().stream()
            .map(
                cause ->
                    "%s (%s)".formatted(cause.getKey(), Numbers.whole(cause.getValue().asLong())))
            .collect(Collectors.joining(", "))
        : why.asText();
  }

  /** The files of which not every row was taken come first; of many others only the number. */
  private static ReportSection deliveries(Run run) {
    List<JsonNode> all =
        run.inputs().sorted((one, other) -> Boolean.compare(isWhole(one), isWhole(other))).toList();
    int rest = all.size() - MOST_DELIVERIES;
    return ReportSection.ofTable(
        "Deliveries",
        "%s files%s."
            .formatted(
                Numbers.whole(all.size()),
                rest > 0
                    ? "; the %d that are not shown were taken as they are or like those above"
                        .formatted(rest)
                    : ""),
        List.of(
            Column.text("File"),
            Column.number("Rows"),
            Column.number("Accepted"),
            Column.number("Quarantined"),
            Column.number("Duplicates"),
            Column.text("Verdict")),
        all.stream()
            .limit(MOST_DELIVERIES)
            .map(
                file ->
                    List.of(
                        file.path("file").asText(),
                        count(file, "rows"),
                        count(file, "accepted"),
                        count(file, "quarantined"),
                        count(file, "duplicates"),
                        file.path("verdict").asText().replace('_', ' ')))
            .toList());
  }

  private static boolean isWhole(JsonNode file) {
    return file.path("verdict").asText().equals("accepted");
  }

  private static ReportSection reasons(Run run) {
    List<List<String>> rows = new ArrayList<>();
    run.record()
        .path("quarantine_reasons")
        .properties()
        .forEach(
            table ->
                table
                    .getValue()
                    .properties()
                    .forEach(
                        reason ->
                            rows.add(
                                List.of(
                                    table.getKey(),
                                    reason.getKey(),
                                    Numbers.whole(reason.getValue().asLong())))));
    return ReportSection.ofTable(
        "Quarantined rows by reason",
        "The files under quarantined/ tell file and line of each.",
        List.of(Column.text("Table"), Column.text("Reason"), Column.number("Rows")),
        rows);
  }

  private static String count(JsonNode node, String key) {
    return node.path(key).isNumber() ? Numbers.whole(node.path(key).asLong()) : "";
  }

  private static List<String> texts(Run run, String key) {
    return StreamSupport.stream(run.record().path(key).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
