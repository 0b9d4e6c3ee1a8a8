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

  /** Spark puts its own in place of a configuration without an appender. */
  private static final String SILENCE =
      """
      rootLogger.level = off
      rootLogger.appenderRef.nowhere.ref = nowhere
      appender.nowhere.type = Null
      appender.nowhere.name = nowhere
      """;

  private ExecutorLog() {}

  /** The options that spark-submit was given, and silence unless they say what is to be heard. */
  static String optionsWithSilence(Path shared) {
    String given = System.getProperty(JAVA_OPTIONS, "");
    if (given.contains(CONFIGURATION)) {
      return given;
    }
    Path file = shared.toAbsolutePath().resolve(FILE);
    try {
      Files.writeString(file, SILENCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (given + " " + CONFIGURATION + file.toUri()).strip();
  }
}
