package se.jamlik.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Tables made in SQL and left as the Parquet files of a release. */
record WrittenTables(Path folder, Connection connection) implements AutoCloseable {

  static WrittenTables in(Path folder) {
    try {
      return new WrittenTables(folder, DriverManager.getConnection("jdbc:duckdb:"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code manifest.json}, or any other text beside the tables. */
  void text(String file, String content) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows for a table that is there already. */
  void append(String table, Rows rows) {
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender("main", table)) {
      rows.appendTo(appender);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The table as it is now, as a file of the release. */
  void write(String table) {
    try {
      Path to = Files.createDirectories(folder.resolve(table)).resolve("part-0.parquet");
      run("copy \"" + table + "\" to '" + to + "' (format parquet)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows on their way into a table. */
  interface Rows {
    void appendTo(DuckDBAppender appender) throws SQLException;
  }
}
