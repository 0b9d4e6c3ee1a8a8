package se.jamlik.jobs.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether readers have what the newest deliveries say.
 *
 * @param problems one sentence each; none when all is well
 */
public record Freshness(List<String> problems) {
  public Freshness {
    problems = List.copyOf(problems);
  }

  /**
   * Judges the runs of an installation. A night that finds nothing to do has seen that its release
   * is right, and makes it as fresh as a new one.
   *
   * @param oldest how long ago the newest release may have been made or found right
   * @param isRunning whether a run holds the lock now, so that a run without an end is no dead one
   */
  public static Freshness of(Runs runs, Instant now, Duration oldest, boolean isRunning) {
    List<String> problems = new ArrayList<>();
    Optional<Instant> success = runs.newestSuccess().flatMap(Run::endedAt);
    if (success.isEmpty()) {
      problems.add("No run has ended with a release yet.");
    } else {
      Duration age = Duration.between(success.get(), now);
      if (age.compareTo(oldest) > 0) {
        problems.add(
            "The newest release was made or found right %d hours ago (expected at most %d, operations.oldest-release-hours)."
                .formatted(age.toHours(), oldest.toHours()));
      }
    }
    runs.newest().flatMap(run -> problem(run, isRunning)).ifPresent(problems::add);
    return new Freshness(problems);
  }

  private static Optional<String> problem(Run run, boolean isRunning) {
    if (run.hasNoEnd()) {
      return isRunning
          ? Optional.empty()
          : Optional.of(
              "Run %s stopped without a word: it was killed, or the machine went down. Run nightly again."
                  .formatted(run.id()));
    }
    return run.hasSucceeded()
        ? run.mirrorProblem()
            .map(
                problem ->
                    "Run %s left the mirror behind its release: %s".formatted(run.id(), problem))
        : Optional.of(
            "Run %s failed with code %d: %s".formatted(run.id(), run.exitCode(), run.message()));
  }

  public boolean isGood() {
    return problems.isEmpty();
  }
}
