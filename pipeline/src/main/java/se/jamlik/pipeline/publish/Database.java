package se.jamlik.pipeline.publish;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB in memory, without a network and with one thread, so that it does the same each time.
 */
final class Database implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Path about;

  private Database(DuckDBConnection connection, Path about) {
    this.connection = connection;
    this.about = about;
  }

  /**
   * Opens an empty database.
   *
   * @param about the folder that it will read or write, for the messages of errors
   */
  static Database inMemory(Path about) {
    Properties settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      return new Database(
          DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class),
          about);
    } catch (SQLException e) {
      throw error(about, e);
    }
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw error(about, e);
    }
  }

  List<List<@Nullable Object>> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>(width);
        for (int column = 1; column <= width; column++) {
          row.add(result.getObject(column));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return rows;
    } catch (SQLException e) {
      throw error(about, e);
    }
  }

  /** The first column of an answer, as texts. */
  List<String> texts(String sql) {
    return rows(sql).stream().map(row -> String.valueOf(row.get(0))).toList();
  }

  /** The one number that an answer is. */
  long count(String sql) {
    return ((Number) Objects.requireNonNull(rows(sql).get(0).get(0))).longValue();
  }

  DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw error(about, e);
    }
  }

  /** A full disk is the operator's, any other failure of our own SQL is ours. */
  static RuntimeException error(Path about, SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (InputOutput.isToldBy(message)) {
      return InputOutput.error("write or read a release", about, e);
    }
    return new IllegalStateException(e);
  }
}
