package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
  @TempDir private Path out;

  @Test
  void anExtractIsLoggedAndVerifyFindsAChangedLine() throws IOException, SQLException {
    InstallationFolders.make(out);
    Path marked = Files.createDirectories(out.resolve("marked/person_period"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select range as person, '2025' as period, 'men' as sex from range(5)) to '%s' (format parquet)"
              .formatted(marked.resolve("part-0.parquet")));
    }
    assertThat(extract()).isZero();
    assertThat(out.resolve("extracts/falls.1.parquet")).exists();
    assertThat(verify()).isZero();

    Path log = out.resolve("audit.jsonl");
    Files.writeString(log, Files.readString(log).replace("to know", "to sell"));
    assertThat(verify()).isEqualTo(74);
  }

  @Test
  void withoutANightThereIsNothingToExtract() throws IOException {
    assertThat(extract()).isEqualTo(2);
  }

  private int extract() throws IOException {
    Path project =
        Files.writeString(
            out.resolve("falls.yaml"),
            """
            name: falls
            decision-number: 2026/1
            legal-basis: a law
            purpose: to know
            columns: [sex]
            population: period = '2025'
            expires-on: 9999-12-31
            """);
    return Jamlik.run("extract", "--out=" + out, "--project=" + project);
  }

  private int verify() {
    return Jamlik.run("verify", "--out=" + out);
  }
}
