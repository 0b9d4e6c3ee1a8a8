package se.jamlik.jobs;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;
import picocli.CommandLine;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Tells what went wrong. The messages of errors that are not ours are left out: those of Spark and
 * DuckDB may quote a value of a row.
 */
final class Failure {
  private static final int FRAMES = 12;

  /** Spark's name of its own refusal to begin in a heap below 450 MiB or so. */
  private static final String TOO_SMALL_TO_BEGIN = "INVALID_DRIVER_MEMORY";

  /** How Spark tells that an executor has ended itself because its heap was full. */
  private static final String EXECUTOR_WITHOUT_MEMORY = "exited with code 52";

  private Failure() {}

  static ExitCode exitCode(Throwable failure) {
    if (isStopping()) {
      return ExitCode.STOPPED;
    }
    return userError(failure)
        .map(UserError::exitCode)
        .orElseGet(
            () ->
                isMemory(failure) || isInputOutput(failure) ? ExitCode.INPUT_OUTPUT : ExitCode.BUG);
  }

  /** What may be written to a log: our own message, or the kinds and places of a foreign error. */
  static String message(Throwable failure) {
    if (isStopping()) {
      return "Stopped by a signal before the end (expected to be left to run). The earlier release stands; run again, and what was read is not read anew.";
    }
    return userError(failure).map(UserError::getMessage).orElseGet(() -> ofForeign(failure));
  }

  private static String ofForeign(Throwable failure) {
    if (isMemory(failure)) {
      return withoutMemory();
    }
    return isInputOutput(failure)
        ? "Cannot read or write: the file system refused or is full (expected free space and access to the folder given with --out). Free space and run again.\n"
            + places(failure)
        : "This is a bug in Jämlik: please report the lines below; they hold no data.\n"
            + places(failure);
  }

  private static String withoutMemory() {
    return "Cannot go on: the heap of %d MiB is too small (expected 4096 MiB for 300 000 people). The earlier release stands. Set a larger one, such as JAMLIK_HEAP=8g, or --driver-memory and --executor-memory of spark-submit, and run again."
        .formatted(Runtime.getRuntime().maxMemory() >> 20);
  }

  /**
   * Tells of what ended a thread of Spark's or Java's own. Without memory the process ends at once:
   * the night would wait for the thread without end. The lock is freed, and the release stands.
   */
  static void ofThread(Throwable failure) {
    if (isMemory(failure)) {
      System.err.println(withoutMemory());
      Runtime.getRuntime().halt(ExitCode.INPUT_OUTPUT.code());
    }
    System.err.print(places(failure));
  }

  static int tell(Throwable failure, CommandLine line) {
    PrintWriter err = line.getErr();
    err.println(message(failure));
    err.flush();
    return exitCode(failure).code();
  }

  /** A signal came: Spark stops first, and whatever runs fails in some way of its own. */
  private static boolean isStopping() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      // The only way in which Java tells.
      return true;
    }
  }

  private static Optional<UserError> userError(Throwable failure) {
    return causes(failure)
        .filter(UserError.class::isInstance)
        .map(UserError.class::cast)
        .findFirst();
  }

  private static boolean isInputOutput(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof UncheckedIOException
                    || (cause instanceof IOException && !(cause instanceof JacksonException)));
  }

  private static boolean isMemory(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof OutOfMemoryError
                    || (cause instanceof SparkThrowable spark
                        && TOO_SMALL_TO_BEGIN.equals(spark.getCondition()))
                    || (cause instanceof SparkException
                        && String.valueOf(cause.getMessage()).contains(EXECUTOR_WITHOUT_MEMORY)));
  }

  private static String places(Throwable failure) {
    StringBuilder text = new StringBuilder();
    causes(failure)
        .forEach(
            cause -> {
              text.append(cause.getClass().getName()).append('\n');
              Stream.of(cause.getStackTrace())
                  .limit(FRAMES)
                  .forEach(frame -> text.append("    at ").append(frame).append('\n'));
            });
    return text.toString();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
