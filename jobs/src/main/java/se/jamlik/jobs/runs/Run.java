package se.jamlik.jobs.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One run as its {@code run.json} tells it.
 *
 * @param id the name of its folder, which sorts by time
 * @param record the whole of {@code run.json}
 */
public record Run(String id, JsonNode record) {
  /** What is wrong with the mirror after a run that published; not there when it is right. */
  public static final String MIRROR_PROBLEM = "mirror_problem";

  static Run read(Path folder) {
    try {
      return new Run(
          String.valueOf(folder.getFileName()),
          JsonMapper.builder().build().readTree(folder.resolve("run.json").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** running, published, nothing_to_do or failed. */
  public String state() {
    return record.path("state").asText();
  }

  /** Whether it left the newest release right: it made it, or found it made of the same. */
  public boolean hasSucceeded() {
    return state().equals("published") || state().equals("nothing_to_do");
  }

  /** Whether it has written no end: it runs still, or was killed. */
  public boolean hasNoEnd() {
    return state().equals("running");
  }

  public Instant startedAt() {
    return Instant.parse(record.path("started_at").asText());
  }

  public Optional<Instant> endedAt() {
    return text("ended_at").map(Instant::parse);
  }

  /** How long it took; nothing before its end. */
  public Optional<Double> seconds() {
    return endedAt()
        .flatMap(
            end ->
                text("started_at")
                    .map(Instant::parse)
                    .map(start -> Duration.between(start, end).toMillis() / 1000.0));
  }

  public Optional<String> release() {
    return text("release");
  }

  public int exitCode() {
    return record.path("exit_code").asInt();
  }

  /** The last words of the run; the first line alone, since places in the code may follow. */
  public String message() {
    return text("message").flatMap(words -> words.lines().findFirst()).orElse("");
  }

  /** Why the mirror is behind the release; the first line alone. */
  public Optional<String> mirrorProblem() {
    return text(MIRROR_PROBLEM).flatMap(words -> words.lines().findFirst());
  }

  public Stream<JsonNode> stages() {
    return StreamSupport.stream(record.path("stages").spliterator(), false);
  }

  public Stream<JsonNode> inputs() {
    return StreamSupport.stream(record.path("inputs").spliterator(), false);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(record.path(key).textValue());
  }
}
