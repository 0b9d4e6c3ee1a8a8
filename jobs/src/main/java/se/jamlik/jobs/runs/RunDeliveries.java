package se.jamlik.jobs.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.jamlik.jobs.runs.ReportSection.Column;

/** What the page about a run tells of the deliveries: the new ones by file, all by table. */
final class RunDeliveries {
  private static final int MOST_FILES = 30;
  private static final List<String> COUNTS =
      List.of("rows", "accepted", "quarantined", "duplicates");

  /** What is left of them was accepted. */
  private static final List<String> COUNTS_OF_A_TABLE =
      List.of("rows", "quarantined", "duplicates");

  private RunDeliveries() {}

  /** Files that this run has read first; those of which not every row was taken come first. */
  static ReportSection fresh(Run run) {
    List<JsonNode> all =
        run.inputs()
            .filter(file -> file.path("is_new").asBoolean())
            .sorted((one, other) -> Boolean.compare(isWhole(one), isWhole(other)))
            .toList();
    int rest = all.size() - MOST_FILES;
    return ReportSection.ofTable(
        "New deliveries",
        rest > 0
            ? "%s files; the %s that are not shown were taken as they are or like those below."
                .formatted(Numbers.whole(all.size()), Numbers.whole(rest))
            : "",
        Stream.of(
                Stream.of(Column.text("File")),
                COUNTS.stream().map(RunDeliveries::column),
                Stream.of(Column.text("Verdict")))
            .flatMap(columns -> columns)
            .toList(),
        all.stream()
            .limit(MOST_FILES)
            .map(
                file ->
                    Stream.of(
                            Stream.of(file.path("file").asText()),
                            COUNTS.stream().map(name -> count(file, name)),
                            Stream.of(file.path("verdict").asText().replace('_', ' ')))
                        .flatMap(cells -> cells)
                        .toList())
            .toList());
  }

  private static boolean isWhole(JsonNode file) {
    return file.path("verdict").asText().equals("accepted");
  }

  /** Rows set aside, by table and reason. */
  static ReportSection reasons(Run run) {
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

  /** All files that take part, and how many of their rows belong to somebody. */
  static ReportSection byTable(Run run) {
    Map<String, List<JsonNode>> files =
        run.inputs()
            .collect(
                Collectors.groupingBy(
                    file -> table(file.path("file").asText()), TreeMap::new, Collectors.toList()));
    JsonNode linked = run.record().path("link_rates");
    linked.fieldNames().forEachRemaining(table -> files.putIfAbsent(table, List.of()));
    Set<String> poor =
        StreamSupport.stream(run.record().path("poorly_linked").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    return ReportSection.ofTable(
        "Tables",
        "Linked: share of the rows that belong to somebody in rtb_bef; too few is below quality.expected-linked.",
        Stream.of(
                Stream.of(Column.text("Table"), Column.number("Files"), Column.number("New")),
                COUNTS_OF_A_TABLE.stream().map(RunDeliveries::column),
                Stream.of(Column.number("Linked, %"), Column.text("")))
            .flatMap(columns -> columns)
            .toList(),
        files.entrySet().stream()
            .map(
                table ->
                    Stream.of(
                            Stream.of(
                                table.getKey(),
                                Numbers.whole(table.getValue().size()),
                                Numbers.whole(
                                    table.getValue().stream()
                                        .filter(file -> file.path("is_new").asBoolean())
                                        .count())),
                            COUNTS_OF_A_TABLE.stream().map(name -> sum(table.getValue(), name)),
                            Stream.of(
                                linked.has(table.getKey())
                                    ? Numbers.percent(linked.path(table.getKey()).asDouble())
                                    : "",
                                poor.contains(table.getKey()) ? "too few" : ""))
                        .flatMap(cells -> cells)
                        .toList())
            .toList());
  }

  private static String table(String file) {
    return file.replaceFirst("/.*", "");
  }

  private static Column column(String count) {
    return Column.number(count.substring(0, 1).toUpperCase(Locale.ROOT) + count.substring(1));
  }

  private static String count(JsonNode file, String name) {
    return file.path(name).isNumber() ? Numbers.whole(file.path(name).asLong()) : "";
  }

  private static String sum(List<JsonNode> files, String name) {
    return Numbers.whole(files.stream().mapToLong(file -> file.path(name).asLong()).sum());
  }
}
