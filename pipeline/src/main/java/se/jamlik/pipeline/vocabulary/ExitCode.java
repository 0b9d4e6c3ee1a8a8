package se.jamlik.pipeline.vocabulary;

/**
 * The exit codes of the commands, as the release contract lists them, and the shell's own of a
 * process that a signal stopped.
 */
public enum ExitCode {
  PUBLISHED(0),
  BUG(1),
  USAGE(2),
  QUALITY(3),
  PRIVACY(4),
  DELIVERY(5),
  SETTINGS(6),
  /** The newest release is too old, or the last run failed (EX_UNAVAILABLE of sysexits.h). */
  STALE(69),
  INPUT_OUTPUT(74),
  LOCKED(75),
  STOPPED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
