package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BackfillCommandTest {
  @Test
  void monthsThatAreTooShortGiveTheirLastDayAndTheNextMonthItsOwn() {
    assertThat(
            BackfillCommand.days(
                LocalDate.of(2024, 12, 31), LocalDate.of(2025, 3, 31), BackfillCommand.Step.MONTH))
        .containsExactly(
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 1, 31),
            LocalDate.of(2025, 2, 28),
            LocalDate.of(2025, 3, 31));
  }

  @Test
  void theLastDayIsLeftOutWhereNoStepReachesIt() {
    assertThat(
            BackfillCommand.days(
                LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20), BackfillCommand.Step.WEEK))
        .containsExactly(
            LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 8), LocalDate.of(2026, 11, 15));
  }

  @Test
  void daysInTheWrongOrderAreWrongUse() {
    StringWriter err = new StringWriter();

    int code =
        new CommandLine(new BackfillCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setErr(new PrintWriter(err))
            .execute("--inbox", "in", "--out", "out", "--from", "2026-02-01", "--to", "2026-01-01");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("Cannot go from 2026-02-01 to 2026-01-01");
  }
}
