package se.jamlik.jobs.synthesise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The delivered files of a clean region as tables of DuckDB: nothing of the generator is asked. */
final class DeliveredRegion implements AutoCloseable {
  private final Connection database;

  DeliveredRegion(Path inbox) throws SQLException {
    database = DriverManager.getConnection("jdbc:duckdb:");
    run("set threads to 2");
    for (Table table : Table.values()) {
      run(
          "create table %s as select * from read_csv('%s/%s/*.csv', delim=';', header=true, all_varchar=true, nullstr='')"
              .formatted(table.folder(), inbox, table.folder()));
    }
    codeList("calderon60");
    codeList("paverkbar");
  }

  private void codeList(String name) throws SQLException {
    run("create table " + name + " (name varchar, code varchar)");
    String resource = "/definitions/codelists/" + name + ".csv";
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    DeliveredRegion.class.getResourceAsStream(resource), StandardCharsets.UTF_8));
        PreparedStatement insert =
            database.prepareStatement("insert into " + name + " values (?, ?)")) {
      boolean isHeader = true;
      for (String line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
        if (!isHeader) {
          List<String> cells = cells(line);
          insert.setString(1, cells.get(0));
          insert.setString(2, cells.get(1));
          insert.addBatch();
        }
        isHeader = false;
      }
      insert.executeBatch();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
      cells.add(cell.replace("\"", ""));
    }
    return cells;
  }

  void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  Statement statement() throws SQLException {
    return database.createStatement();
  }

  double number(String sql) throws SQLException {
    return row(sql).get(0);
  }

  /** The numbers of the first row of an answer. */
  List<Double> row(String sql) throws SQLException {
    List<Double> numbers = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
        numbers.add(answer.getDouble(column));
      }
    }
    return numbers;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
