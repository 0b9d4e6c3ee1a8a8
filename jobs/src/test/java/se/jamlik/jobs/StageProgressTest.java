package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageProgressTest {
  private static final long MILLIS = 1_000_000;

  @TempDir private Path out;

  @Test
  void whatIsDoneBetweenTwoStagesCountsToTheLater() throws IOException {
    RunRecord record = RunRecord.begin(out, Map.of());
    long begun = System.nanoTime();
    try (StageProgress progress = new StageProgress(record, 2, new PrintStream(nowhere()))) {
      progress.run("adapt", () -> 1, rows -> Map.of("rows", rows));
      long between = System.nanoTime();
      while (System.nanoTime() - between < 20 * MILLIS) {
        Thread.onSpinWait();
      }
      progress.run("conform", () -> 2, rows -> Map.of("rows", rows));
    }
    long ended = System.nanoTime();

    JsonNode stages =
        new ObjectMapper()
            .readTree(out.resolve("runs").resolve(record.name()).resolve("run.json").toFile())
            .path("stages");
    double adapt = stages.get(0).path("seconds").asDouble();
    double conform = stages.get(1).path("seconds").asDouble();
    // What is noted of the first stage counts to the second too, so only the sum has a bound above.
    assertThat(conform).isGreaterThanOrEqualTo(0.02);
    assertThat(adapt + conform).isLessThanOrEqualTo((ended - begun) / 1e9 + 0.001);
  }

  @Test
  void aStageIsOneLineForTheOperatorWithItsCountsAndSeconds() {
    ByteArrayOutputStream err = nowhere();
    RunRecord record = RunRecord.begin(out, Map.of());

    try (StageProgress progress =
        new StageProgress(record, 1, new PrintStream(err, true, StandardCharsets.UTF_8))) {
      progress.run("adapt", () -> 12_345L, rows -> Map.of("rows", rows));
    }

    assertThat(err.toString(StandardCharsets.UTF_8))
        .matches("adapt {5}rows 12 345 {51} +[0-9]+\\.[0-9] s\n");
  }

  private static ByteArrayOutputStream nowhere() {
    return new ByteArrayOutputStream();
  }
}
