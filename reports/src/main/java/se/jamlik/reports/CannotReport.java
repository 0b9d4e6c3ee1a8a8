package se.jamlik.reports;

/**
 * A folder that no reports can be made from. The message says what is wrong, where, what was
 * expected and what to do.
 */
public final class CannotReport extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CannotReport(String message) {
    super(message);
  }

  public CannotReport(String message, Throwable cause) {
    super(message, cause);
  }
}
