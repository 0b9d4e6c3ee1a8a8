package se.jamlik.pipeline.vocabulary;

/**
 * Something the user can put right. Its message says what could not be done, what is wrong, where,
 * what was expected and what to do; it never holds a value of a person's row.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final ExitCode exitCode;

  public UserError(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public UserError(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
