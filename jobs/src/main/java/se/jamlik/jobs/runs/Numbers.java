package se.jamlik.jobs.runs;

import java.util.Locale;

/** Numbers as the pages and the tables of operators show them. */
final class Numbers {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Numbers() {}

  /** With a space between thousands. */
  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  /** Such as 8 min 26 s. */
  static String duration(double seconds) {
    long all = Math.round(seconds);
    if (all < MINUTE) {
      return seconds(seconds) + " s";
    }
    return all < HOUR
        ? "%d min %d s".formatted(all / MINUTE, all % MINUTE)
        : "%d h %d min".formatted(all / HOUR, all % HOUR / MINUTE);
  }

  /** A share as percent with one decimal; what is short of all is never told as all. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", Math.floor(share * 1000) / 10);
  }

  /** Seconds with one decimal. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
