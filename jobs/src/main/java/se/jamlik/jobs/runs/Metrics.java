package se.jamlik.jobs.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a monitoring system asks of the runs, in the text format of Prometheus
 * (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4): {@code
 * <out>/metrics/jamlik.prom}, replaced as a whole at the end of each run. The node exporter reads
 * it when its textfile collector is pointed at the folder.
 */
public final class Metrics {
  /** The name that the textfile collector looks for the ending of. */
  public static final String FILE = "jamlik.prom";

  /** The counts of a delivered file that are summed up for its table. */
  private static final List<String> ROWS = List.of("accepted", "quarantined", "duplicates");

  private final StringBuilder text = new StringBuilder();

  private Metrics() {}

  /** Writes the metrics of an installation; a reader sees the old file or the new one. */
  public static void write(Path out) {
    ReplacedFile.write(out.resolve("metrics"), FILE, text(Runs.under(out)));
  }

  /** Of the newest run, and when one last succeeded. */
  static String text(Runs runs) {
    Metrics metrics = new Metrics();
    runs.newestSuccess()
        .flatMap(Run::endedAt)
        .ifPresent(
            at ->
                metrics.family(
                    "jamlik_last_success_timestamp_seconds",
                    "When a run last published a release or found it right.",
                    Map.of("", seconds(at))));
    runs.newest().ifPresent(metrics::newest);
    return metrics.text.toString();
  }

  private void newest(Run run) {
    family(
        "jamlik_last_run_exit_code",
        "Exit code of the newest run.",
        Map.of("", (double) run.exitCode()));
    run.endedAt()
        .ifPresent(
            at ->
                family(
                    "jamlik_last_run_timestamp_seconds",
                    "When the newest run ended.",
                    Map.of("", seconds(at))));
    Map<String, Double> stages = new LinkedHashMap<>();
    run.stages()
        .forEach(
            stage ->
                stages.put(
                    "{stage=\"%s\"}".formatted(stage.path("stage").asText()),
                    stage.path("seconds").asDouble()));
    family("jamlik_stage_seconds", "How long each stage of the newest run took.", stages);
    family("jamlik_rows", "Rows of the deliveries of the newest run, by table.", rows(run));
    if (run.record().has("mirror") || run.mirrorProblem().isPresent()) {
      family(
          "jamlik_mirror_is_up_to_date",
          "1 when the newest run left the mirror like the installation, else 0.",
          Map.of("", run.mirrorProblem().isPresent() ? 0.0 : 1.0));
    }
    family(
        "jamlik_quality_warnings",
        "Quality checks of the newest run that warn.",
        Map.of("", (double) run.record().path("quality_warnings").size()));
    family(
        "jamlik_poorly_linked_tables",
        "Tables of which fewer rows than expected belong to somebody.",
        Map.of("", (double) run.record().path("poorly_linked").size()));
  }

  private static Map<String, Double> rows(Run run) {
    Map<String, Double> rows = new TreeMap<>();
    run.inputs()
        .forEach(
            input -> {
              String table = input.path("file").asText().replaceAll("/.*", "");
              ROWS.forEach(
                  kind ->
                      rows.merge(
                          "{table=\"%s\",kind=\"%s\"}".formatted(table, kind),
                          count(input, kind),
                          Double::sum));
            });
    return rows;
  }

  private static double count(JsonNode input, String kind) {
    return input.path(kind).asDouble();
  }

  /** One metric: its help, its type, and a line for each set of labels. */
  private void family(String name, String help, Map<String, Double> values) {
    if (values.isEmpty()) {
      return;
    }
    text.append("# HELP %s %s\n# TYPE %s gauge\n".formatted(name, help, name));
    values.forEach(
        (labels, value) ->
            text.append(String.format(Locale.ROOT, "%s%s %s%n", name, labels, plain(value))));
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1000.0;
  }

  /** Without an exponent, which readers of the file would have to know. */
  private static String plain(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
