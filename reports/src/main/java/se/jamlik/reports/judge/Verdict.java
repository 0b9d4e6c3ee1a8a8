package se.jamlik.reports.judge;

import java.util.List;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Interval;

/** What may be said of a value beside a reference: only what the whole 95 % interval bears out. */
public enum Verdict {
  HIGHER,
  LOWER,
  NO_ESTABLISHED_DIFFERENCE,
  TOO_FEW_TO_SAY,
  /** Of a development alone: the years stand on registers that may have held different things. */
  SERIES_BREAK;

  /**
   * Judges a place against the value of the whole: higher or lower only when the place's whole
   * interval lies on one side.
   */
  public static Verdict of(Cell own, Cell reference) {
    if (own.interval().isEmpty() || reference.value().isEmpty()) {
      return TOO_FEW_TO_SAY;
    }
    return of(own.interval().get(), reference.value().get());
  }

  static Verdict of(Interval interval, double reference) {
    if (interval.isAbove(reference)) {
      return HIGHER;
    }
    return interval.isBelow(reference) ? LOWER : NO_ESTABLISHED_DIFFERENCE;
  }

  /**
   * Whether {@code some} of several verdicts are established, {@code none} is, or all are {@code
   * unknown}.
   */
  public static String summary(List<Verdict> verdicts) {
    if (verdicts.stream().anyMatch(Verdict::isEstablished)) {
      return "some";
    }
    return verdicts.stream().allMatch(TOO_FEW_TO_SAY::equals) ? "unknown" : "none";
  }

  public boolean isEstablished() {
    return this == HIGHER || this == LOWER;
  }
}
