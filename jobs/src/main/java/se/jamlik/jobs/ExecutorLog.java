package se.jamlik.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What executors of a cluster say: nothing, because Spark may quote a value of a row. They take
 * their configuration when they start, so that it must lie where they see it.
 */
final class ExecutorLog {
  static final String JAVA_OPTIONS = "spark.executor.extraJavaOptions";

  private static final String CONFIGURATION = "-Dlog4j2.configurationFile=";
  private static final String FILE = "executors.log4j2.properties";

  private ExecutorLog() {}

  /** The options that spark-submit was given, and silence unless they say what is to be heard. */
  static String optionsWithSilence(Path shared) {
    String given = System.getProperty(JAVA_OPTIONS, "");
    if (given.contains(CONFIGURATION)) {
      return given;
    }
    Path file = shared.toAbsolutePath().resolve(FILE);
    try {
      Files.writeString(file, "rootLogger.level = off\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (given + " " + CONFIGURATION + file.toUri()).strip();
  }
}
