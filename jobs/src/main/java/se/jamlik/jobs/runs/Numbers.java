package se.jamlik.jobs.runs;

import java.util.Locale;

/** Numbers as the pages and the tables of operators show them. */
final class Numbers {
  private Numbers() {}

  /** With a space between thousands. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** Seconds with one decimal. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
