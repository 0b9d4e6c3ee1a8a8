package se.jamlik.pipeline.publish;

import java.nio.file.Path;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** Failures of the disk, told so that an operator can act. */
final class InputOutput {
  private InputOutput() {}

  static UserError error(String what, Path where, Exception cause) {
    return new UserError(
        ExitCode.INPUT_OUTPUT,
        ("Cannot %s: %s in %s (expected a folder with room that this account may write)."
                + " Make room or mend the folder, and run again; the earlier release stands.")
            .formatted(what, reason(cause), where),
        cause);
  }

  /** Whether DuckDB's words tell of the disk, of memory or of a file, and not of our SQL. */
  static boolean isToldBy(String message) {
    return Stream.of("IO Error", "Could not write file", "No space left", "Out of Memory Error")
        .anyMatch(message::contains);
  }

  private static String reason(Exception cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return "%s (%s)".formatted(message, cause.getClass().getSimpleName());
  }
}
