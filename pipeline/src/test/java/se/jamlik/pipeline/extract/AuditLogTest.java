package se.jamlik.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log over the years: one file a year, one chain. */
class AuditLogTest {
  @TempDir private Path out;
  private AuditLog log;

  /** Two lines of 2026, one of 2027 and one of 2028, each kept for five years. */
  @BeforeEach
  void fourExports() {
    log = AuditLog.of(out);
    add("2026-03-01");
    add("2026-12-31");
    add("2027-06-01");
    add("2028-06-01");
  }

  private void add(String day) {
    log.add(
        Instant.parse(day + "T03:00:00Z"),
        "extract",
        Map.of("project", "falls"),
        LocalDate.parse(day).plusYears(5));
  }

  @Test
  void aYearThatHasEndedHasAFileOfItsOwnAndTheChainGoesOn() throws IOException {
    assertThat(Files.readAllLines(out.resolve("audit-2026.jsonl"))).hasSize(2);
    assertThat(Files.readAllLines(out.resolve("audit-2027.jsonl"))).hasSize(1);
    assertThat(Files.readAllLines(out.resolve("audit.jsonl"))).hasSize(1);
    assertThat(log.lines()).isEqualTo(4);
    assertThat(log.problems()).isEmpty();
  }

  @Test
  void aYearIsOldWhenNoneOfItsLinesIsToBeKept() {
    assertThat(log.expired(LocalDate.of(2031, 12, 31), 5)).isEmpty();
    assertThat(log.expired(LocalDate.of(2032, 1, 1), 5)).containsExactly("audit-2026.jsonl");
    assertThat(log.expired(LocalDate.of(2032, 1, 1), 6)).as("settings that keep longer").isEmpty();
    // The year that is added to is never deleted.
    assertThat(log.expired(LocalDate.of(2099, 1, 1), 5))
        .containsExactly("audit-2026.jsonl", "audit-2027.jsonl");
  }

  @Test
  void anOldYearIsDeletedAndTheLogTellsSoAndIsStillWhole() throws IOException {
    log.deleteExpired(Instant.parse("2032-01-01T03:00:00Z"), 5);

    assertThat(out.resolve("audit-2026.jsonl")).doesNotExist();
    assertThat(out.resolve("audit-2027.jsonl")).exists();
    assertThat(Files.readString(out.resolve("audit.jsonl")))
        .contains("\"event\":\"prune\"", "\"file\":\"audit-2026.jsonl\"", "\"lines\":2");
    assertThat(log.problems()).isEmpty();

    log.deleteExpired(Instant.parse("2033-07-01T03:00:00Z"), 5);
    assertThat(log.problems()).isEmpty();
    assertThat(log.lines()).isEqualTo(3);
  }

  @Test
  void aYearThatIsGoneWithoutALineThatSaysSoIsFound() throws IOException {
    Files.delete(out.resolve("audit-2026.jsonl"));

    assertThat(log.problems())
        .containsExactly("line 1 of audit-2027.jsonl does not follow the line before it");
  }

  @Test
  void anInstallationThatIsNotThereHasNoLines() {
    AuditLog none = AuditLog.of(out.resolve("none"));

    assertThat(none.lines()).isZero();
    assertThat(none.problems()).isEmpty();
  }

  @Test
  void aLineThatIsTakenOutOfAYearIsFound() throws IOException {
    Path year = out.resolve("audit-2026.jsonl");
    Files.write(year, List.of(Files.readAllLines(year).get(0)));

    assertThat(log.problems())
        .containsExactly("line 1 of audit-2027.jsonl does not follow the line before it");
  }
}
