package se.jamlik.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Duration A_DAY = Duration.ofHours(26);

  @Test
  void aReleaseOfLastNightIsFresh() {
    assertThat(judged(run("1", "published", "2026-11-22T03:00:00Z")).isGood()).isTrue();
  }

  @Test
  void aNightWithNothingToDoMakesItsReleaseFreshAgain() {
    assertThat(
            judged(
                    run("1", "published", "2026-11-01T03:00:00Z"),
                    run("2", "nothing_to_do", "2026-11-22T03:00:00Z"))
                .isGood())
        .isTrue();
  }

  @Test
  void aReleaseOlderThanTheSettingsAllowIsToldWithItsAge() {
    assertThat(judged(run("1", "published", "2026-11-21T05:00:00Z")).problems())
        .containsExactly(
            "The newest release was made or found right 27 hours ago (expected at most 26,"
                + " operations.oldest-release-hours).");
  }

  @Test
  void aFailedRunIsToldWithItsCodeAndTheFirstLineOfItsMessage() {
    Run failed = run("2", "failed", "2026-11-22T04:00:00Z", "Cannot read.\n    at some.place", 74);

    assertThat(judged(run("1", "published", "2026-11-22T03:00:00Z"), failed).problems())
        .containsExactly("Run 2 failed with code 74: Cannot read.");
  }

  @Test
  void aRunWithoutAnEndIsDeadUnlessTheLockIsHeld() {
    Runs runs =
        new Runs(List.of(run("1", "published", "2026-11-22T03:00:00Z"), run("2", "running", "")));

    assertThat(Freshness.of(runs, NOW, A_DAY, true).problems()).isEmpty();
    assertThat(Freshness.of(runs, NOW, A_DAY, false).problems())
        .containsExactly(
            "Run 2 stopped without a word: it was killed, or the machine went down. Run nightly"
                + " again.");
  }

  @Test
  void aMirrorThatTheNewestRunLeftBehindIsToldUntilARunHasPutItRight() {
    Run behind = run("1", "published", "2026-11-22T03:00:00Z");
    ((ObjectNode) behind.record()).put(Run.MIRROR_PROBLEM, "Cannot write.\n    at some.place");

    assertThat(judged(behind).problems())
        .containsExactly("Run 1 left the mirror behind its release: Cannot write.");
    assertThat(judged(behind, run("2", "nothing_to_do", "2026-11-22T04:00:00Z")).isGood()).isTrue();
  }

  @Test
  void anInstallationWithoutAReleaseIsNotFresh() {
    assertThat(judged().problems()).containsExactly("No run has ended with a release yet.");
  }

  private static Freshness judged(Run... runs) {
    return Freshness.of(new Runs(List.of(runs)), NOW, A_DAY, false);
  }

  private static Run run(String id, String state, String endedAt) {
    return run(id, state, endedAt, "", 0);
  }

  static Run run(String id, String state, String endedAt, String message, int exitCode) {
    ObjectNode record = JsonMapper.builder().build().createObjectNode();
    record.put("state", state).put("message", message).put("exit_code", exitCode);
    if (!endedAt.isEmpty()) {
      record.put("ended_at", endedAt);
    }
    return new Run(id, record);
  }
}
