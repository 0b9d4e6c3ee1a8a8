package se.jamlik.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedSecondsTest {
  private static final ExpectedSeconds EXPECTED =
      new ExpectedSeconds(Map.of("adapt", 10.0, "conform", 40.0, "link", 100.0));

  @TempDir private Path out;

  @Test
  void whatIsLeftIsTheRestOfTheRunningStageAndAllThatFollow() {
    // 40 - 15 of conform, and 100 of link.
    assertThat(EXPECTED.left(List.of("adapt"), "conform", 15)).contains(Duration.ofSeconds(125));
    assertThat(EXPECTED.left(List.of(), "adapt", 0)).contains(Duration.ofSeconds(150));
  }

  @Test
  void aStageThatTakesLongerThanExpectedLeavesThoseThatFollow() {
    assertThat(EXPECTED.left(List.of("adapt"), "conform", 41)).contains(Duration.ofSeconds(100));
    assertThat(EXPECTED.left(List.of("adapt", "conform"), "link", 500)).contains(Duration.ZERO);
  }

  @Test
  void aStageThatTheLastRunDidNotHaveAddsNothing() {
    assertThat(EXPECTED.left(List.of("adapt", "new"), "newer", 7))
        .contains(Duration.ofSeconds(140));
  }

  @Test
  void theNewestRunThatPublishedIsGoneBy() throws IOException {
    run("1", "published", 5);
    run("2", "published", 7);
    run("3", "nothing_to_do", 1);
    run("4", "failed", 2);

    assertThat(ExpectedSeconds.asIn(Runs.under(out)))
        .isEqualTo(new ExpectedSeconds(Map.of("adapt", 7.0)));
  }

  @Test
  void beforeTheFirstReleaseNothingIsExpected() {
    assertThat(ExpectedSeconds.asIn(Runs.under(out)).left(List.of(), "adapt", 1)).isEmpty();
  }

  private void run(String id, String state, int seconds) throws IOException {
    Path folder = Files.createDirectories(out.resolve("runs").resolve(id));
    Files.writeString(
        folder.resolve("run.json"),
        """
        {"state": "%s", "stages": [{"stage": "adapt", "seconds": %d}]}
        """
            .formatted(state, seconds));
  }
}
