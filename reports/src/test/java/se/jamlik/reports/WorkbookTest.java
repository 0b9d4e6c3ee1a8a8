package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.reports.excel.WorkbookWriter;

/** The workbook, read back by another reader than the library that wrote it. */
class WorkbookTest {

  private static final int VALUE = 15;
  private static final int STATUS = 19;

  @TempDir static Path folder;

  private static Path release;
  private static Path file;

  @BeforeAll
  static void writesWorkbook() throws IOException {
    release = InventedRelease.write(folder.resolve("release"));
    Files.writeString(
        release.resolve("datapackage.json"),
        """
        {"name": "x", "resources": [
          {"name": "indicator_value", "schema": {"fields": [
            {"name": "value", "type": "number", "title": "Värdet.", "description": "The value."}]}},
          {"name": "signal", "schema": {"fields": [
            {"name": "kind", "type": "string", "title": "Slag.", "description": "Kind."}]}}]}
        """);
    file = WorkbookWriter.write(release, folder.resolve(WorkbookWriter.FILE));
  }

  @Test
  void hasASheetToReadFirstOneOfColumnsAndOneForEachTableThatThereIs() throws Exception {
    try (ReadableWorkbook workbook = open(file)) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly(
              "Läs mig - Read me", "Kolumner - Columns", "indicator_value", "indicator");
    }
  }

  @Test
  void tellsTheReleaseItsLastDayAndWhatAnEmptyCellIs() throws Exception {
    List<Row> rows = rows(file, 0);

    assertThat(rows.get(0).getCellText(1)).isEqualTo("2026-11-22.1");
    assertThat(rows.get(1).getCellText(1)).isEqualTo("2026-10-31");
    assertThat(rows.stream().map(row -> row.getCellText(1)))
        .anyMatch(text -> text.contains("Ett dolt värde är aldrig 0"))
        .anyMatch(text -> text.contains("A suppressed value is never 0"))
        .noneMatch(text -> text.contains("Parquet"));
  }

  @Test
  void explainsTheColumnsOfItsOwnTables() throws Exception {
    List<Row> rows = rows(file, 1);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).stream().map(Cell::getText))
        .containsExactly("indicator_value", "value", "number", "Värdet.", "The value.");
  }

  @Test
  void holdsEveryRowWithNumbersAsNumbersAndHiddenCellsEmpty() throws Exception {
    List<Row> rows = rows(file, 2);

    assertThat(rows.get(0).getCellText(VALUE)).isEqualTo("value");
    assertThat(rows.get(0).getCellText(STATUS)).isEqualTo("status");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet expected =
            statement.executeQuery(
                "select * from '" + release.resolve("indicator_value/*.parquet") + "'")) {
      int at = 1;
      while (expected.next()) {
        Row row = rows.get(at++);
        assertThat(row.getCellText(0)).isEqualTo(expected.getString("indicator"));
        assertThat(row.getCellText(STATUS)).isEqualTo(expected.getString("status"));
        assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate())
            .isEqualTo(expected.getDate("period_start").toLocalDate());
        if (expected.getObject("value") == null) {
          assertThat(row.getOptionalCell(VALUE).map(Cell::getType).orElse(CellType.EMPTY))
              .isEqualTo(CellType.EMPTY);
        } else {
          assertThat(row.getCellAsNumber(VALUE).orElseThrow().doubleValue())
              .isEqualTo(expected.getDouble("value"));
        }
      }
      assertThat(rows).hasSize(at);
    }
  }

  @Test
  void theSameReleaseGivesTheSameBytesWhateverTheClock() throws Exception {
    Path again = WorkbookWriter.write(release, folder.resolve("again.xlsx"));

    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void smallAreasAreLeftOutAndSaidSoWhenASheetWouldNotHoldThem() throws Exception {
    Path large = InventedRelease.write(folder.resolve("large"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Path part = large.resolve("indicator_value/part-0.parquet");
      statement.execute("create table v as select * from '" + part + "'");
      statement.execute(
          "insert into v select * replace ('regso' as area_level, '2480R001' as area) from v"
              + " where area = '2480' limit 5");
      statement.execute("copy v to '" + part + "' (format parquet)");
    }
    int rows = rows(WorkbookWriter.write(large, folder.resolve("all.xlsx")), 2).size();

    Path file = WorkbookWriter.write(large, folder.resolve("few.xlsx"), rows - 1);

    assertThat(rows(file, 2)).hasSize(rows - 5);
    assertThat(rows(file, 0).stream().map(row -> row.getCellText(1)))
        .anyMatch(text -> text.contains("finns bara i Parquetfilerna för indicator_value."))
        .anyMatch(text -> text.contains("only in the Parquet files of indicator_value."));
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    return new ReadableWorkbook(file.toFile());
  }

  private static List<Row> rows(Path file, int sheet) throws IOException {
    try (ReadableWorkbook workbook = open(file)) {
      return workbook.getSheet(sheet).orElseThrow().read();
    }
  }
}
