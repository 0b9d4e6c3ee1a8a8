package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDateTest {
  /** Sweden is an hour before UTC in winter and two in summer. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-30T22:59:59Z, 2026-11-30",
    "2026-11-30T23:00:00Z, 2026-12-01",
    "2026-06-30T21:59:59Z, 2026-06-30",
    "2026-06-30T22:00:00Z, 2026-07-01"
  })
  void aRunAfterMidnightInSwedenIsOfTheNewDay(Instant instant, LocalDate day) {
    assertThat(RunDate.on(Clock.fixed(instant, ZoneOffset.UTC))).isEqualTo(day);
  }
}
