package se.jamlik.pipeline.conform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Small good files of every table in every dialect, for a fuzzer to spoil. */
final class GoodFiles {
  private static final Definitions DEFINITIONS = Definitions.load();
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int ROWS = 12;

  private GoodFiles() {}

  /**
   * A good file.
   *
   * @param ending of its name, which tells its shape
   */
  // Nobody compares two of them, and the bytes are copied before they are spoiled.
  @SuppressWarnings("ArrayRecordComponent")
  record Good(String table, String ending, byte[] bytes) {}

  static List<Good> all() {
    List<Good> files = new ArrayList<>();
    for (TableDefinition table : DEFINITIONS.tables()) {
      files.add(new Good(table.table(), ".csv", text(table, ";", "\n", StandardCharsets.UTF_8)));
      files.add(new Good(table.table(), ".txt", text(table, "\t", "\r\n", WINDOWS)));
      byte[] commas = ("\ufeff" + lines(table, ",", "\n")).getBytes(StandardCharsets.UTF_8);
      files.add(new Good(table.table(), ".csv.gz", packed(commas)));
      files.add(new Good(table.table(), ".parquet", parquet(table)));
    }
    return files;
  }

  static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] text(TableDefinition table, String delimiter, String end, Charset charset) {
    return lines(table, delimiter, end).getBytes(charset);
  }

  private static String lines(TableDefinition table, String delimiter, String end) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(delimiter, names(table))).append(end);
    for (int row = 0; row < ROWS; row++) {
      text.append(String.join(delimiter, row(table, row))).append(row == 5 ? end + end : end);
    }
    return text.toString();
  }

  private static List<String> names(TableDefinition table) {
    List<String> names = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      names.add(column.delivered().replace("{n}", "1"));
    }
    names.add("Övrigt");
    return names;
  }

  private static List<String> row(TableDefinition table, int row) {
    List<String> values = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      String value = GoodRows.value(table, column.delivered());
      values.add(column.delivered().equals("lopnr") ? "p" + row : value);
    }
    values.add(row % 3 == 0 ? "\"Åsele \"\"by\"\"\"" : "");
    return values;
  }

  private static byte[] parquet(TableDefinition table) {
    List<String> names = names(table);
    MessageType schema = new MessageType("row", names.stream().<Type>map(RowSchema::text).toList());
    try {
      java.nio.file.Path file = Files.createTempFile("good", ".parquet");
      try (RowFile rows = new RowFile(new Path(file.toUri()), schema)) {
        for (int row = 0; row < ROWS; row++) {
          List<String> values = row(table, row);
          rows.write(
              consumer -> {
                for (int column = 0; column < values.size(); column++) {
                  consumer.startField(names.get(column), column);
                  consumer.addBinary(Binary.fromString(values.get(column)));
                  consumer.endField(names.get(column), column);
                }
              });
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
