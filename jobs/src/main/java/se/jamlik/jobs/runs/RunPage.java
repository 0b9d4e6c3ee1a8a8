package se.jamlik.jobs.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The page of a run; the changes are there when it made a release after another. */
  static RunPage of(Run run, Optional<Changes> changes) {
    return new RunPage(
        "Run %s: %s".formatted(run.id(), run.state().replace('_', ' ')),
        ShownText.of(run.record().path("message").asText()),
        !run.hasSucceeded(),
        facts(run),
        Stream.of(
                Optional.of(RunStages.section(run)),
                changes.map(Changes::section),
                Optional.of(
                    ReportSection.ofLines(
                        "Quality checks that warn or failed", "", texts(run, "quality_warnings"))),
                Optional.of(
                    ReportSection.ofLines(
                        "Set aside by the operator",
                        "Deliveries that the night went on without, and why they are refused.",
                        Stream.concat(texts(run, "skip").stream(), texts(run, "refused").stream())
                            .toList())),
                Optional.of(RunDeliveries.fresh(run)),
                Optional.of(RunDeliveries.reasons(run)),
                Optional.of(RunDeliveries.byTable(run)))
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
    facts.put("Began", time(run.startedAt()));
    run.endedAt().ifPresent(end -> facts.put("Ended", time(end)));
    run.seconds().ifPresent(seconds -> facts.put("Took", Numbers.duration(seconds)));
    put(facts, "Code version", run, "code_version");
    put(facts, "Definitions", run, "definitions_version");
    put(facts, "Largest memory, MiB", run, "peak_memory_mib");
    put(facts, "Mirror", run, "mirror");
    put(facts, "The mirror is behind", run, Run.MIRROR_PROBLEM);
    return facts;
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static void put(Map<String, String> facts, String name, Run run, String key) {
    JsonNode value = run.record().path(key);
    if (value.isValueNode() && !value.asText().isEmpty()) {
      facts.put(name, ShownText.of(value.asText()));
    }
  }

  private static List<String> texts(Run run, String key) {
    return StreamSupport.stream(run.record().path(key).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
