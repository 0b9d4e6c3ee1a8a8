package se.jamlik.pipeline.publish;

import java.nio.file.Path;
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

  private static String reason(Exception cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return "%s (%s)".formatted(message, cause.getClass().getSimpleName());
  }
}
