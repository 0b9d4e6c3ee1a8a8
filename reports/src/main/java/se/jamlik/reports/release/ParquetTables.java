package se.jamlik.reports.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Parquet tables under the folder of a release, asked in SQL. */
record ParquetTables(Path folder, Connection connection) {

  /** What stands for a table after {@code from}. */
  String table(String name) {
    String files = folder.resolve(name).resolve("*.parquet").toString().replace("'", "''");
    return "read_parquet('" + files + "')";
  }

  boolean isMissing(String name) {
    Path table = folder.resolve(name);
    if (!Files.isDirectory(table)) {
      return true;
    }
    try (Stream<Path> files = Files.list(table)) {
      return files.noneMatch(file -> file.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column in SQL, or what stands for it in releases from before there was one. */
  String columnOr(String table, String column, String otherwise) throws SQLException {
    String files = folder.resolve(table).resolve("*.parquet").toString().replace("'", "''");
    return list("select name from parquet_schema('" + files + "')", row -> row.getString(1))
            .contains(column)
        ? '"' + column + '"'
        : otherwise;
  }

  <T> List<T> list(String query, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(query, row -> rows.add(reader.read(row)));
    return List.copyOf(rows);
  }

  void each(String query, RowConsumer consumer) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        consumer.accept(row);
      }
    }
  }

  static Optional<Double> number(ResultSet row, int column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }

  /** A value with its interval in the two columns after it; nothing when there is no value. */
  static Optional<Estimate> estimate(ResultSet row, int column) throws SQLException {
    Optional<Double> low = number(row, column + 1);
    Optional<Double> high = number(row, column + 2);
    Optional<Interval> interval =
        low.isPresent() && high.isPresent()
            ? Optional.of(new Interval(low.get(), high.get()))
            : Optional.empty();
    return number(row, column).map(known -> new Estimate(known, interval));
  }

  /** Makes a record of the row a result set stands on. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with the row a result set stands on. */
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }
}
