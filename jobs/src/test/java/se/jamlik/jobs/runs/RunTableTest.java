package se.jamlik.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {
  @TempDir private Path out;

  @Test
  void theNewestRunIsLast() throws IOException {
    run(
        "20261122T030000.000Z",
        """
        {"state": "failed", "as_of": "2026-11-22", "exit_code": 5,
         "started_at": "2026-11-22T03:00:00Z", "ended_at": "2026-11-22T03:00:07.250Z"}
        """);
    run(
        "20261121T030000.000Z",
        """
        {"state": "published", "as_of": "2026-11-21", "exit_code": 0, "release": "2026-11-21.1",
         "started_at": "2026-11-21T03:00:00Z", "ended_at": "2026-11-21T03:02:30Z"}
        """);
    run(
        "20261123T030000.000Z",
        """
        {"state": "running", "as_of": "2026-11-23", "started_at": "2026-11-23T03:00:00Z"}
        """);

    assertThat(RunTable.lines(Runs.under(out)))
        .containsExactly(
            "run                   logical date state          exit code   seconds  release",
            "20261121T030000.000Z  2026-11-21   published              0     150.0  2026-11-21.1",
            "20261122T030000.000Z  2026-11-22   failed                 5       7.3",
            "20261123T030000.000Z  2026-11-23   running");
  }

  @Test
  void anInstallationWithoutRunsHasNoTable() {
    assertThat(RunTable.lines(Runs.under(out))).isEmpty();
  }

  private void run(String id, String record) throws IOException {
    Path folder = Files.createDirectories(out.resolve("runs").resolve(id));
    Files.writeString(folder.resolve("run.json"), record);
  }
}
