package se.jamlik.reports.excel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.release.ColumnMeaning;
import se.jamlik.reports.release.Manifest;
import se.jamlik.reports.release.ReleaseTables;

/**
 * Writes the tables that most people ask for as a workbook: columns by their names in the release,
 * numbers as numbers, hidden cells empty with their status beside them. Two sheets explain them.
 * The same release gives the same bytes, and no table is held in memory.
 */
public final class WorkbookWriter {

  /** The name of the file. */
  public static final String FILE = "jamlik.xlsx";

  private static final List<String> TABLES = List.of("indicator_value", "equity", "indicator");
  private static final String ALL = "true";

  /** What is left to Parquet when a sheet would not hold all areas. */
  private static final String LARGE_AREAS = "area_level in ('scope', 'municipality')";

  /** Rows that are written together; the ones before them are out of memory. */
  private static final int ROWS_TOGETHER = 2_000;

  private final ReleaseTables release;
  private final int mostRows;

  private WorkbookWriter(ReleaseTables release, int mostRows) {
    this.release = release;
    this.mostRows = mostRows;
  }

  /** Writes the workbook of a release. */
  public static Path write(Path release, Path file) {
    return write(release, file, Worksheet.MAX_ROWS);
  }

  /**
   * Writes the workbook of a release.
   *
   * @param mostRows the rows that a sheet holds, headings too
   */
  public static Path write(Path release, Path file, int mostRows) {
    try (ReleaseTables tables = ReleaseTables.open(release)) {
      new WorkbookWriter(tables, mostRows).write(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file) throws IOException {
    Manifest manifest = release.manifest();
    Instant madeAt =
        manifest.asOf().orElse(manifest.dataThrough()).atStartOfDay().toInstant(ZoneOffset.UTC);
    Path unpacked = Files.createTempFile(file.toAbsolutePath().getParent(), "workbook", ".part");
    try {
      write(unpacked, manifest);
      FixedTimes.pack(unpacked, file, madeAt);
    } finally {
      Files.delete(unpacked);
    }
  }

  private void write(Path file, Manifest manifest) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "Jamlik", null)) {
      workbook.setCompressionLevel(Deflater.BEST_SPEED);
      readMe(workbook.newWorksheet("Läs mig - Read me"), manifest);
      columns(workbook.newWorksheet("Kolumner - Columns"));
      for (String table : TABLES) {
        if (release.has(table)) {
          table(workbook.newWorksheet(table), table);
        }
      }
    }
  }

  private void readMe(Worksheet sheet, Manifest manifest) throws IOException {
    int row = 0;
    for (ReadMe.Line line : ReadMe.of(manifest, omitted())) {
      sheet.value(row, 0, line.name());
      sheet.value(row, 1, line.text());
      sheet.style(row, 0).bold().verticalAlignment("top").set();
      sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
      row++;
    }
    sheet.width(0, 26);
    sheet.width(1, 110);
    sheet.finish();
  }

  private List<String> omitted() {
    return TABLES.stream()
        .filter(table -> release.has(table) && !condition(table).equals(ALL))
        .toList();
  }

  private void columns(Worksheet sheet) throws IOException {
    head(sheet, List.of("table", "column", "type", "betydelse", "meaning"));
    int row = 1;
    for (ColumnMeaning meaning : release.meanings()) {
      if (TABLES.contains(meaning.table())) {
        sheet.value(row, 0, meaning.table());
        sheet.value(row, 1, meaning.column());
        sheet.value(row, 2, meaning.type());
        sheet.value(row, 3, meaning.inSwedish());
        sheet.value(row, 4, meaning.inEnglish());
        sheet.range(row, 3, row, 4).style().wrapText(true).verticalAlignment("top").set();
        row++;
      }
    }
    sheet.width(0, 18);
    sheet.width(1, 18);
    sheet.width(3, 70);
    sheet.width(4, 70);
    sheet.setAutoFilter(0, 0, row - 1, 4);
    sheet.finish();
  }

  private void table(Worksheet sheet, String table) throws IOException {
    List<String> columns = release.columns(table);
    String condition = condition(table);
    long rows = release.count(table, condition);
    head(sheet, columns);
    sheet.setAutoFilter(0, 0, (int) rows, columns.size() - 1);
    for (int column = 0; column < columns.size(); column++) {
      sheet.width(column, Math.max(12, columns.get(column).length() + 4));
    }
    Rows writer = new Rows(sheet);
    release.each(table, condition, writer::add);
    sheet.finish();
  }

  private String condition(String table) {
    boolean fits = release.count(table, ALL) < mostRows;
    return fits || !release.columns(table).contains("area_level") ? ALL : LARGE_AREAS;
  }

  private static void head(Worksheet sheet, List<String> names) {
    for (int column = 0; column < names.size(); column++) {
      sheet.value(0, column, names.get(column));
    }
    sheet.range(0, 0, 0, names.size() - 1).style().bold().fillColor("EEF2F6").set();
    sheet.freezePane(0, 1);
  }

  private static final class Rows {
    private final Worksheet sheet;
    private int row = 1;

    Rows(Worksheet sheet) {
      this.sheet = sheet;
    }

    void add(List<@Nullable Object> values) {
      for (int column = 0; column < values.size(); column++) {
        Object value = values.get(column);
        if (value instanceof LocalDate date) {
          sheet.value(row, column, date);
          sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Number number) {
          sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
          sheet.value(row, column, flag);
        } else if (value != null) {
          sheet.value(row, column, value.toString());
        }
      }
      row++;
      if (row % ROWS_TOGETHER == 0) {
        flush();
      }
    }

    private void flush() {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
