package se.jamlik.pipeline.extract;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import se.jamlik.pipeline.kept.KeptTable;
import se.jamlik.pipeline.vocabulary.Ages;

/**
 * The newest night's rows of persons and periods, read by DuckDB. An error's message may quote a
 * value, and is never told.
 */
final class PersonRows implements AutoCloseable {
  /** The view of all rows. */
  static final String ROWS = "person_period";

  /** Older people are as old as this among the groups. */
  static final int OLDEST = 130;

  private final DuckDBConnection connection;

  private PersonRows(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Opens the rows in a folder that the newest release stands on. */
  static PersonRows in(Path folder) {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      PersonRows rows =
          new PersonRows(
              DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class));
      // Rows of persons are never written aside while they are worked on.
      rows.execute("set temp_directory = ''");
      rows.execute(
          "create view %s as select * from read_parquet([%s])"
              .formatted(
                  ROWS,
                  KeptTable.settledFiles(folder.toString()).stream()
                      .map(PersonRows::quoted)
                      .collect(Collectors.joining(", "))));
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String name(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  List<String> columns() {
    return texts("select column_name from (describe %s)".formatted(ROWS));
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> texts(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (result.next()) {
        texts.add(result.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(String sql, List<String> values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int place = 0; place < values.size(); place++) {
        statement.setString(place + 1, values.get(place));
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String sql) {
    return Long.parseLong(texts(sql).get(0));
  }

  /** Makes a table {@code name(person, pseudonym)} of the persons that a query gives. */
  void addPseudonyms(String name, String persons, LongFunction<String> pseudonyms) {
    execute("create table %s (person bigint, pseudonym varchar)".formatted(name));
    try (DuckDBAppender appender =
            connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(persons)) {
      while (result.next()) {
        long person = result.getLong(1);
        appender.beginRow();
        appender.append(person);
        appender.append(pseudonyms.apply(person));
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a table {@code name(age, age_group)} of the groups that reports show. */
  void addAgeGroups(String name) {
    execute("create table %s (age integer, age_group varchar)".formatted(name));
    for (int age = 0; age <= OLDEST; age++) {
      execute("insert into %s values (%d, %s)".formatted(name, age, quoted(Ages.shownGroup(age))));
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
}
