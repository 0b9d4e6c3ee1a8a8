package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
