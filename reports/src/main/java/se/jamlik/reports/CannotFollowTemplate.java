package se.jamlik.reports;

/** A report of one's own that a release does not have the indicators for. */
public final class CannotFollowTemplate extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotFollowTemplate(String message) {
    super(message);
  }
}
