package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.runs.Run;
import se.jamlik.jobs.runs.Runs;

class RunRecordTest {
  @TempDir private Path out;

  @Test
  void messagesTellNoCountOfPersonsFromOneToFour() throws IOException {
    RunRecord record = RunRecord.begin(out, Map.of());

    record.warning("3 persons and 7 persons in 2 files");
    record.end("failed", 4, "4 personer");

    Path folder = out.resolve("runs").resolve(record.name());
    assertThat(Files.readString(folder.resolve("log.jsonl")))
        .contains("<5 persons and 7 persons in 2 files", "<5 personer");
    assertThat(Files.readString(folder.resolve("run.json"))).contains("<5 personer");
  }

  @Test
  void aStageCountsNoPersons() {
    RunRecord record = RunRecord.begin(out, Map.of());

    assertThatThrownBy(() -> record.stage("link", Map.of("rows", 9L, "persons", 3L), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Stage link counts something else");
  }

  @Test
  void aClockThatIsPutBackLeavesTheRunsInTheOrderInWhichTheyRan() {
    Instant night = Instant.parse("2026-10-25T01:30:00Z");
    RunRecord one = RunRecord.begin(out, Map.of(), Clock.fixed(night, ZoneOffset.UTC));
    RunRecord next =
        RunRecord.begin(out, Map.of(), Clock.fixed(night.minusSeconds(3600), ZoneOffset.UTC));
    RunRecord last =
        RunRecord.begin(out, Map.of(), Clock.fixed(night.plusSeconds(3600), ZoneOffset.UTC));

    assertThat(Runs.under(out).all())
        .extracting(Run::id)
        .containsExactly(one.name(), next.name(), last.name());
    assertThat(one.name()).isEqualTo("20261025T013000.000Z");
    assertThat(next.name()).isEqualTo("20261025T013000.001Z");
    assertThat(last.name()).isEqualTo("20261025T023000.000Z");
  }
}
