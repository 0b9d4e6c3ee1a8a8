package se.jamlik.jobs;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Tells what went wrong. The messages of errors that are not ours are left out: those of Spark and
 * DuckDB may quote a value of a row.
 */
final class Failure {
  private static final int FRAMES = 12;

  private Failure() {}

  static ExitCode exitCode(Throwable failure) {
    if (isStopping()) {
      return ExitCode.STOPPED;
    }
    return userError(failure)
        .map(UserError::exitCode)
        .orElseGet(() -> isInputOutput(failure) ? ExitCode.INPUT_OUTPUT : ExitCode.BUG);
  }

  /** What may be written to a log: our own message, or the kinds and places of a foreign error. */
  static String message(Throwable failure) {
    if (isStopping()) {
      return "Stopped by a signal before the end (expected to be left to run). The earlier release stands; run again, and what was read is not read anew.";
    }
    return userError(failure)
        .map(UserError::getMessage)
        .orElseGet(
            () ->
                isInputOutput(failure)
                    ? "Cannot read or write: the file system refused or is full (expected free space and access to the folder given with --out). Free space and run again.\n"
                        + places(failure)
                    : "This is a bug in Jämlik: please report the lines below; they hold no data.\n"
                        + places(failure));
  }

  static int tell(Exception failure, CommandLine line) {
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
