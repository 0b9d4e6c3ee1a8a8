package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Researchers who have a release's database open at the same time, with old clients and new. */
final class DatabaseReadersTest {
  @TempDir private Path out;

  @Test
  void processesOfOldClientsAndOfOursReadAtTheSameTimeFromAnyDirectory() throws Exception {
    Release release = SmallRelease.published(out, SmallRelease.tables());
    List<Process> readers =
        Stream.of(old("1.2.0"), old("1.4.1.0"), old("1.5.2.0"), ourClient(), ourClient())
            .map(client -> begin(client, release))
            .toList();

    List<BufferedReader> answers = readers.stream().map(Process::inputReader).toList();
    for (BufferedReader answer : answers) {
      assertThat(answer.readLine()).isEqualTo("open");
    }
    // All of them have it open now.
    for (Process reader : readers) {
      reader.outputWriter().append("ask\n").close();
    }

    List<String> versions = List.of("v1.2.0", "v1.4.1", "v1.5.2", "v2.0.0", "v2.0.0");
    for (int i = 0; i < readers.size(); i++) {
      assertThat(answers.get(i).lines())
          .containsExactly(
              versions.get(i),
              "2",
              "What became of each delivered file: one row per file. | Vad som blev av varje levererad fil: en rad per fil.",
              "Rows, without header and blank lines. | Rader utom rubrik och tomma rader.");
      assertThat(readers.get(i).waitFor()).isZero();
    }
    assertThat(release.problems()).isEmpty();
  }

  /** Copied there by the build. */
  private static Path old(String version) {
    return Path.of("target", "old-clients", "duckdb_jdbc-%s.jar".formatted(version))
        .toAbsolutePath();
  }

  private static Path ourClient() throws URISyntaxException {
    return classPath(DuckDBConnection.class);
  }

  private static Path classPath(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Process begin(Path client, Release release) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              client + File.pathSeparator + classPath(Reader.class),
              Reader.class.getName(),
              release.database().toString())
          .directory(Files.createTempDirectory(out, "elsewhere").toFile())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens the database, says so, waits to be asked, and answers. */
  static final class Reader {
    private Reader() {}

    public static void main(String[] arguments) throws IOException, SQLException {
      Properties readOnly = new Properties();
      readOnly.setProperty("duckdb.read_only", "true");
      try (Connection connection =
              DriverManager.getConnection("jdbc:duckdb:" + arguments[0], readOnly);
          Statement statement = connection.createStatement()) {
        System.out.println("open");
        System.in.read();
        for (String sql :
            List.of(
                "select version()",
                "select count(*) from indicator_value",
                "select comment from duckdb_tables() where table_name = 'delivery'",
                "select comment from duckdb_columns() where table_name = 'delivery' and column_name = 'rows'")) {
          try (ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            System.out.write((answer.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        }
        System.out.flush();
      }
    }
  }
}
