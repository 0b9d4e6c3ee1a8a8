package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.extract.AuditLog;

class PruneCommandTest {
  @TempDir private Path out;

  @BeforeEach
  void elevenYearsOfLogs() throws IOException {
    for (String run :
        List.of("20151122T030000.000Z", "20161122T030000.000Z", "20161123T030000.000Z", "notes")) {
      Files.createDirectories(out.resolve("runs").resolve(run));
      Files.writeString(out.resolve("runs").resolve(run).resolve("run.json"), "{}");
    }
    extracted("2015-03-01");
    extracted("2016-12-01");
    extracted("2026-11-01");
  }

  private void extracted(String day) {
    AuditLog.of(out)
        .add(
            Instant.parse(day + "T03:00:00Z"),
            "extract",
            Map.of("project", "falls"),
            LocalDate.parse(day).plusYears(10));
  }

  @Test
  void logsAreDeletedAfterTheYearsOfTheSettings() throws IOException {
    assertThat(prune()).isZero();

    assertThat(runs()).containsExactly("20161122T030000.000Z", "20161123T030000.000Z", "notes");
    assertThat(out.resolve("audit-2015.jsonl")).doesNotExist();
    assertThat(out.resolve("audit-2016.jsonl")).exists();
    assertThat(AuditLog.of(out).problems()).isEmpty();
  }

  @Test
  void aDryRunDeletesNothing() throws IOException {
    assertThat(prune("--dry-run")).isZero();

    assertThat(runs()).hasSize(4);
    assertThat(out.resolve("audit-2015.jsonl")).exists();
  }

  @Test
  void otherSettingsKeepThemLonger() throws IOException {
    Path settings = Files.writeString(out.resolve("settings.yaml"), "legal.years-of-logs: 12");

    assertThat(prune("--settings=" + settings)).isZero();

    assertThat(runs()).hasSize(4);
    assertThat(out.resolve("audit-2015.jsonl")).exists();
  }

  private int prune(String... more) {
    return Jamlik.run(
        Stream.concat(Stream.of("prune", "--out=" + out, "--as-of=2026-11-22"), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return runs.map(run -> String.valueOf(run.getFileName())).sorted().toList();
    }
  }
}
