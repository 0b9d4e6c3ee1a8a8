package se.jamlik.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
  @TempDir private Path out;

  @Test
  void aMirrorThatIsBehindIsToldAsNought() throws IOException {
    run("1", "{\"state\": \"published\", \"mirror_problem\": \"Cannot write.\"}");
    Metrics.write(out);
    assertThat(out.resolve("metrics").resolve("jamlik.prom"))
        .content()
        .contains("\njamlik_mirror_is_up_to_date 0\n");

    run("2", "{\"state\": \"published\", \"mirror\": \"hdfs://namenode/jamlik\"}");
    Metrics.write(out);
    assertThat(out.resolve("metrics").resolve("jamlik.prom"))
        .content()
        .contains("\njamlik_mirror_is_up_to_date 1\n");
  }

  @Test
  void theNewestRunAndTheLastSuccessAreTold() throws IOException {
    run(
        "1",
        """
        {"state": "published", "exit_code": 0, "ended_at": "2026-11-21T03:00:00.500Z"}
        """);
    run(
        "2",
        """
        {"state": "failed", "exit_code": 3, "ended_at": "2026-11-22T03:00:00Z",
         "stages": [{"stage": "adapt", "seconds": 0.419}],
         "inputs": [{"file": "sol/umea.csv", "accepted": 90, "quarantined": 2, "duplicates": 1},
                    {"file": "sol/vindeln.csv", "accepted": 10, "quarantined": 0, "duplicates": 0}],
         "quality_warnings": ["one", "two"]}
        """);

    Metrics.write(out);

    assertThat(Files.readString(out.resolve("metrics").resolve("jamlik.prom")))
        .isEqualTo(
            """
            # HELP jamlik_last_success_timestamp_seconds When a run last published a release or found it right.
            # TYPE jamlik_last_success_timestamp_seconds gauge
            jamlik_last_success_timestamp_seconds 1795230000.5
            # HELP jamlik_last_run_exit_code Exit code of the newest run.
            # TYPE jamlik_last_run_exit_code gauge
            jamlik_last_run_exit_code 3
            # HELP jamlik_last_run_timestamp_seconds When the newest run ended.
            # TYPE jamlik_last_run_timestamp_seconds gauge
            jamlik_last_run_timestamp_seconds 1795316400
            # HELP jamlik_stage_seconds How long each stage of the newest run took.
            # TYPE jamlik_stage_seconds gauge
            jamlik_stage_seconds{stage="adapt"} 0.419
            # HELP jamlik_rows Rows of the deliveries of the newest run, by table.
            # TYPE jamlik_rows gauge
            jamlik_rows{table="sol",kind="accepted"} 100
            jamlik_rows{table="sol",kind="duplicates"} 1
            jamlik_rows{table="sol",kind="quarantined"} 2
            # HELP jamlik_quality_warnings Quality checks of the newest run that warn.
            # TYPE jamlik_quality_warnings gauge
            jamlik_quality_warnings 2
            # HELP jamlik_poorly_linked_tables Tables of which fewer rows than expected belong to somebody.
            # TYPE jamlik_poorly_linked_tables gauge
            jamlik_poorly_linked_tables 0
            """);
  }

  private void run(String id, String record) throws IOException {
    Path folder = Files.createDirectories(out.resolve("runs").resolve(id));
    Files.writeString(folder.resolve("run.json"), record);
  }
}
