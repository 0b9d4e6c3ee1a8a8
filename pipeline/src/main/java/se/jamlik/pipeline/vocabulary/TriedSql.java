package se.jamlik.pipeline.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.AnalysisException;

/**
 * Tries the SQL of definitions without running it, and collects what is wrong with it, each problem
 * with its place.
 */
public final class TriedSql {
  private final List<String> problems = new ArrayList<>();

  /** What is made of the SQL, or nothing when it cannot be read or names what is not there. */
  public <T> Optional<T> tried(String place, Supplier<T> query) {
    try {
      return Optional.of(query.get());
    } catch (Exception e) {
      // Spark's Scala code throws it without saying so.
      if (!(e instanceof AnalysisException)) {
        throw e;
      }
      add(place + ": " + words(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  public void add(String problem) {
    problems.add(problem);
  }

  /** All problems, in the order in which they were found. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The first line of Spark's message without its codes. */
  private static String words(String message) {
    String line = message.strip().lines().findFirst().orElse("");
    return line.replaceFirst("^\\[[A-Z0-9_.]+] ", "").replaceFirst(" SQLSTATE: .*$", "");
  }
}
