package se.jamlik.pipeline.publish;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * Runs SQL in a process that has never held anything but what the SQL reads.
 *
 * <p>DuckDB writes the unused ends of its blocks as they lie in memory (duckdb issue 23382). In the
 * night's own process that would put leftovers, exact numbers among them, into a published file,
 * and other bytes each time. So the database is made by a child whose memory is filled with zeros;
 * the switch is read once, when the library is loaded, and only from the environment.
 */
final class CleanProcess {
  /** How the child says that the disk failed. */
  private static final int IO_FAILED = 74;

  private static final Map<String, String> ZEROED = Map.of("DUCKDB_JE_MALLOC_CONF", "zero:true");

  private CleanProcess() {}

  /** Runs a script of statements on an empty database in memory. */
  static void run(String script) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            CleanProcess.class.getName());
    builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(ZEROED);
    Process process = builder.redirectErrorStream(true).start();
    try (var input = process.getOutputStream()) {
      input.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = exitOf(process);
    if (exit == IO_FAILED) {
      throw new IOException(said.strip());
    }
    if (exit != 0) {
      throw new IllegalStateException("The database was not made: " + said.strip());
    }
  }

  private static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the database was made", e);
    }
  }

  /** Where this class and DuckDB's driver were loaded from: the same jar, or two. */
  private static String classPath() {
    return Stream.of(CleanProcess.class, DuckDBDriver.class)
        .map(CleanProcess::placeOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The child: runs what it is told on its standard input. */
  public static void main(String[] arguments) throws IOException {
    String script = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(script);
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      System.out.println(message);
      System.exit(InputOutput.isToldBy(message) ? IO_FAILED : 1);
    }
  }
}
