package se.jamlik.jobs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that a run is of when nobody says another: the date in Sweden, wherever it runs. */
final class RunDate {
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private RunDate() {}

  static LocalDate today() {
    return on(Clock.systemUTC());
  }

  static LocalDate on(Clock clock) {
    return LocalDate.now(clock.withZone(SWEDEN));
  }
}
