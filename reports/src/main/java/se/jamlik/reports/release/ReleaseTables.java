package se.jamlik.reports.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.CannotReport;

/** The tables of a release row by row, for those who copy them and hold none in memory. */
public final class ReleaseTables implements AutoCloseable {

  private final Path folder;
  private final Connection connection;
  private final ParquetTables tables;

  private ReleaseTables(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
    this.tables = new ParquetTables(folder, connection);
  }

  public static ReleaseTables open(Path folder) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:duckdb:");
      try (Statement statement = connection.createStatement()) {
        statement.execute(ReleaseReader.SETTINGS);
      }
      return new ReleaseTables(folder, connection);
    } catch (SQLException e) {
      throw damaged(folder, e);
    }
  }

  public boolean has(String table) {
    return !tables.isMissing(table);
  }

  public Manifest manifest() {
    return new ManifestReader(connection).read(folder.resolve("manifest.json"));
  }

  /** How many rows a table has where a condition in SQL is true. */
  public long count(String table, String condition) {
    String query = "select count(*) from %s where %s".formatted(tables.table(table), condition);
    try {
      return tables.list(query, row -> row.getLong(1)).get(0);
    } catch (SQLException e) {
      throw damaged(folder, e);
    }
  }

  public List<String> columns(String table) {
    try {
      return tables.list(
          "select column_name from (describe select * from %s)".formatted(tables.table(table)),
          row -> row.getString(1));
    } catch (SQLException e) {
      throw damaged(folder, e);
    }
  }

  /** Gives every row of a table where a condition in SQL is true, in the order of the file. */
  public void each(String table, String condition, RowTaker taker) {
    String query = "select * from %s where %s".formatted(tables.table(table), condition);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      List<@Nullable Object> values = new ArrayList<>(columns);
      while (row.next()) {
        values.clear();
        for (int column = 1; column <= columns; column++) {
          values.add(row.getObject(column));
        }
        taker.take(values);
      }
    } catch (SQLException e) {
      throw damaged(folder, e);
    }
  }

  /** What {@code datapackage.json} says of the columns, table by table; nothing without it. */
  public List<ColumnMeaning> meanings() {
    Path file = folder.resolve("datapackage.json");
    if (!Files.exists(file)) {
      return List.of();
    }
    String query =
        """
        with resource as (
          select unnest(from_json(json_extract(?::json, '$.resources'), '["JSON"]')) as r),
        field as (
          select r ->> 'name' as "table",
            unnest(from_json(json_extract(r, '$.schema.fields'), '["JSON"]')) as f
          from resource)
        select "table", f ->> 'name', f ->> 'type', f ->> 'title', f ->> 'description' from field
        """;
    List<ColumnMeaning> meanings = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, Files.readString(file, StandardCharsets.UTF_8));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          meanings.add(
              new ColumnMeaning(
                  text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5)));
        }
      }
    } catch (SQLException e) {
      throw damaged(folder, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static CannotReport damaged(Path folder, SQLException cause) {
    return new CannotReport(
        "Cannot read the release: a table or datapackage.json in "
            + folder.toAbsolutePath()
            + " is damaged (expected Parquet and JSON). Choose another release.",
        cause);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw damaged(folder, e);
    }
  }

  /** Does something with one row; the list is used again for the next. */
  public interface RowTaker {
    void take(List<@Nullable Object> row);
  }
}
