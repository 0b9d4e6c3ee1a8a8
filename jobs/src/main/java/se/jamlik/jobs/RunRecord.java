package se.jamlik.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.jamlik.jobs.runs.Metrics;
import se.jamlik.jobs.runs.ReplacedFile;
import se.jamlik.jobs.runs.RunReport;
import se.jamlik.jobs.runs.Runs;
import se.jamlik.pipeline.vocabulary.FewPersons;
import se.jamlik.pipeline.vocabulary.ProtectionRules;

/**
 * What operators read about one run: {@code run.json} with its state and stages, and {@code
 * log.jsonl} with one line an event. Counts and names only, never a value of a row.
 */
final class RunRecord {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final ObjectMapper LINE = JsonMapper.builder().build();

  /**
   * What a stage is counted by: files, rows of files, tables and their pieces, columns, cells. All
   * are told exactly; none of them counts persons, and no stage may tell another count.
   */
  private static final Set<String> COUNTS =
      Set.of(
          "new_files",
          "rows",
          "accepted",
          "quarantined",
          "tables",
          "periods",
          "columns",
          "cells",
          "reports",
          "checks",
          "alarms",
          "definitions",
          "made",
          "reused",
          "vanished",
          "copied",
          "deleted",
          "why",
          "check_seconds");

  private final Path out;
  private final Path folder;
  private final Map<String, Object> run = new LinkedHashMap<>();
  private final List<Map<String, Object>> stages = new ArrayList<>();

  private RunRecord(Path out, String name) {
    this.out = out;
    this.folder = out.resolve("runs").resolve(name);
  }

  /** Begins the record of a run under {@code <out>/runs/}. */
  static RunRecord begin(Path out, Map<String, Object> facts) {
    return begin(out, facts, Clock.systemUTC());
  }

  /** The same by another clock; one that has been put back gives the order of the runs no harm. */
  static RunRecord begin(Path out, Map<String, Object> facts, Clock clock) {
    Instant now = clock.instant();
    RunRecord record = new RunRecord(out, nameAfterAllOthers(out, now));
    try {
      Files.createDirectories(record.folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    record.run.put("run", record.name());
    record.run.put("state", "running");
    record.run.put("started_at", now.toString());
    record.run.putAll(facts);
    record.run.put("stages", record.stages);
    record.save();
    record.log("run", facts);
    return record;
  }

  /** Runs sort by their names: whoever looks for the newest must find this one. */
  private static String nameAfterAllOthers(Path out, Instant now) {
    String[] runs = out.resolve("runs").toFile().list();
    return Stream.of(runs == null ? new String[0] : runs)
        .filter(name -> name.matches("\\d{8}T\\d{6}\\.\\d{3}Z"))
        .max(Comparator.naturalOrder())
        .map(latest -> NAME.parse(latest, Instant::from).plusMillis(1))
        .filter(next -> next.isAfter(now))
        .map(NAME::format)
        .orElse(NAME.format(now));
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** All runs of the installation, this one too. */
  Runs allRuns() {
    return Runs.under(out);
  }

  /** Adds a fact to the record. */
  void note(String key, Object value) {
    run.put(key, value);
    save();
  }

  /** Adds a finished stage with its counts and seconds. */
  void stage(String name, Map<String, Object> counts, double seconds) {
    if (!COUNTS.containsAll(counts.keySet())) {
      throw new IllegalArgumentException("Stage %s counts something else".formatted(name));
    }
    Map<String, Object> stage = new LinkedHashMap<>();
    stage.put("stage", name);
    stage.putAll(counts);
    stage.put("seconds", Math.round(seconds * 1000) / 1000.0);
    stages.add(stage);
    save();
    log("stage", stage);
  }

  /** Tells of something that an operator should know and that stops no run. */
  void warning(String message) {
    log("warning", Map.of("message", withoutFewPersons(message)));
  }

  /** Ends the record: published, nothing_to_do or failed. */
  void end(String state, int exitCode, String message) {
    run.put("state", state);
    run.put("exit_code", exitCode);
    run.put("message", withoutFewPersons(message));
    // The end is told before the page, which tells it, and again after it.
    run.put("ended_at", Instant.now().toString());
    save();
    long begun = System.nanoTime();
    writeReport();
    stage("page", Map.of(), (System.nanoTime() - begun) / 1e9);
    run.put("ended_at", Instant.now().toString());
    save();
    Metrics.write(out);
    log(
        "end",
        Map.of("state", state, "exit_code", exitCode, "message", withoutFewPersons(message)));
  }

  /** A page that cannot be written makes no night fail: the record itself stands. */
  private void writeReport() {
    try {
      RunReport.write(out, name());
    } catch (RuntimeException e) {
      warning("Cannot write %s: %s.".formatted(RunReport.FILE, e.getClass().getSimpleName()));
    }
  }

  private static String withoutFewPersons(String message) {
    return FewPersons.hidden(message, ProtectionRules.LEAST_SHOWN);
  }

  private void log(String event, Map<String, Object> facts) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", Instant.now().toString());
    line.put("event", event);
    line.putAll(facts);
    try {
      Files.writeString(
          folder.resolve("log.jsonl"),
          LINE.writeValueAsString(line) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save() {
    try {
      ReplacedFile.write(folder, "run.json", JSON.writeValueAsString(run));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
