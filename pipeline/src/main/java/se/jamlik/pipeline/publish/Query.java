package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Runs one query on a release and can do nothing else: the database is read-only, and DuckDB is
 * told to touch no other file, to load nothing and to let nobody change that.
 */
public final class Query {
  private final Path database;

  private Query(Path database) {
    this.database = database;
  }

  public static Query on(Release release) {
    return new Query(release.database());
  }

  /**
   * Runs a query and writes its answer.
   *
   * @param sql one statement that selects
   * @throws UserError with {@link ExitCode#USAGE} and DuckDB's words when the SQL is wrong or does
   *     anything but select
   */
  public void run(String sql, AnswerFormat format, Appendable output) {
    try (Connection connection = open()) {
      try {
        requireOneSelect(connection, sql);
        try (Statement statement = connection.createStatement();
            ResultSet answer = statement.executeQuery(sql)) {
          format.write(answer, output);
        }
      } catch (SQLException e) {
        throw refused(String.valueOf(e.getMessage()).strip(), e);
      }
    } catch (SQLException | IOException e) {
      throw InputOutput.error("answer the query", database, e);
    }
  }

  private Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("attach %s as release (read_only)".formatted(Sql.text(database)));
      statement.execute("use release");
      statement.execute("set temp_directory = ''");
      statement.execute("set enable_external_access = false");
      statement.execute("set lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** DuckDB's own parser tells whether the text is one select; it serializes nothing else. */
  private static void requireOneSelect(Connection connection, String sql) throws SQLException {
    try (PreparedStatement parse =
        connection.prepareStatement(
            """
            with parsed as (select json_serialize_sql(?::varchar) as tree)
            select
              tree->>'error_message' as problem,
              coalesce(json_array_length(tree->'statements'), 0) as statements
            from parsed
            """)) {
      parse.setString(1, sql);
      try (ResultSet parsed = parse.executeQuery()) {
        parsed.next();
        String problem = parsed.getString("problem");
        if (problem != null) {
          throw refused(problem, null);
        }
        if (parsed.getLong("statements") != 1) {
          throw refused(parsed.getLong("statements") + " statements", null);
        }
      }
    }
  }

  private static UserError refused(String problem, @Nullable SQLException cause) {
    String message =
        "Cannot run the query: %s (expected one select over the tables of the release). Mend the SQL."
            .formatted(problem);
    return cause == null
        ? new UserError(ExitCode.USAGE, message)
        : new UserError(ExitCode.USAGE, message, cause);
  }
}
