package se.jamlik.jobs.runs;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long each stage is expected to take: as long as in the last run that published a release. A
 * night of more or fewer deliveries takes longer or shorter; it is a guess, and is called so.
 *
 * @param ofStage seconds by stage; none before the first release
 */
public record ExpectedSeconds(Map<String, Double> ofStage) {
  public ExpectedSeconds {
    ofStage = Map.copyOf(ofStage);
  }

  /** The seconds of the newest run that published a release. */
  public static ExpectedSeconds asIn(Runs runs) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    runs.all().stream()
        .filter(run -> run.state().equals("published"))
        .reduce((earlier, later) -> later)
        .ifPresent(
            run ->
                run.stages()
                    .forEach(
                        stage ->
                            seconds.put(
                                stage.path("stage").asText(), stage.path("seconds").asDouble())));
    return new ExpectedSeconds(seconds);
  }

  /**
   * What is left of the night; nothing when there is no earlier run to go by.
   *
   * @param done the stages that have ended
   * @param running the stage that runs now; it takes no less than nothing more
   * @param runningFor seconds since it began
   */
  public Optional<Duration> left(Collection<String> done, String running, double runningFor) {
    if (ofStage.isEmpty()) {
      return Optional.empty();
    }
    double seconds = 0;
    for (Map.Entry<String, Double> stage : ofStage.entrySet()) {
      if (stage.getKey().equals(running)) {
        seconds += Math.max(0, stage.getValue() - runningFor);
      } else if (!done.contains(stage.getKey())) {
        seconds += stage.getValue();
      }
    }
    return Optional.of(Duration.ofSeconds(Math.round(seconds)));
  }
}
