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
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** Small good files of every table in every dialect, for a fuzzer to spoil. */
final class GoodFiles {
  private static final Definitions DEFINITIONS = Definitions.load();
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int ROWS = 12;

  /** The endings of file names that the contract knows. */
  static final List<String> ENDINGS = List.of(".csv", ".txt", ".csv.gz", ".parquet");

  private GoodFiles() {}

  /**
   * A good file.
   *
   * @param ending of its name, which tells its shape
   */
  // Nobody compares two of them, and the bytes are copied before they are spoiled.
  @SuppressWarnings("ArrayRecordComponent")
  record Good(String table, String ending, byte[] bytes) {}

  /** Says what stands in a row, or in the header, row -1, instead of the good value; or null. */
  interface Instead {
    @Nullable String at(int row, int column);
  }

  static List<Good> all() {
    List<Good> files = new ArrayList<>();
    for (TableDefinition table : DEFINITIONS.tables()) {
      for (String ending : ENDINGS) {
        files.add(new Good(table.table(), ending, bytes(table, ending, (row, column) -> null)));
      }
    }
    return files;
  }

  /** A file whose ending tells its format, and whose dialect goes with it. */
  static byte[] bytes(TableDefinition table, String ending, Instead instead) {
    return switch (ending) {
      case ".csv" -> lines(table, ";", "\n", instead).getBytes(StandardCharsets.UTF_8);
      case ".txt" -> lines(table, "\t", "\r\n", instead).getBytes(WINDOWS);
      case ".csv.gz" ->
          packed(("\ufeff" + lines(table, ",", "\n", instead)).getBytes(StandardCharsets.UTF_8));
      default -> parquet(table, instead);
    };
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

  private static String lines(
      TableDefinition table, String delimiter, String end, Instead instead) {
    StringBuilder text = new StringBuilder();
    for (int row = -1; row < ROWS; row++) {
      text.append(String.join(delimiter, row(table, row, instead)))
          .append(row == 5 ? end + end : end);
    }
    return text.toString();
  }

  static List<String> names(TableDefinition table) {
    List<String> names = new ArrayList<>();
    for (ColumnDefinition column : table.columns()) {
      names.add(column.delivered().replace("{n}", "1"));
    }
    names.add("Övrigt");
    return names;
  }

  private static List<String> row(TableDefinition table, int row, Instead instead) {
    List<String> values = new ArrayList<>();
    List<String> names = names(table);
    for (int place = 0; place < names.size(); place++) {
      String other = instead.at(row, place);
      values.add(other == null ? good(table, row, place) : other);
    }
    return values;
  }

  private static String good(TableDefinition table, int row, int place) {
    if (row < 0) {
      return names(table).get(place);
    }
    if (place == table.columns().size()) {
      return row % 3 == 0 ? "\"Åsele \"\"by\"\"\"" : "";
    }
    String delivered = table.columns().get(place).delivered();
    return delivered.equals("lopnr") ? "p" + row : GoodRows.value(table, delivered);
  }

  private static byte[] parquet(TableDefinition table, Instead instead) {
    List<String> names = row(table, -1, instead);
    MessageType schema = new MessageType("row", names.stream().map(RowSchema::text).toList());
    try {
      java.nio.file.Path file = Files.createTempFile("good", ".parquet");
      try (RowFile rows = new RowFile(new Path(file.toUri()), schema)) {
        for (int row = 0; row < ROWS; row++) {
          List<String> values = row(table, row, instead);
          rows.write(consumer -> write(consumer, names, values));
        }
      }
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(RecordConsumer consumer, List<String> names, List<String> values) {
    for (int column = 0; column < values.size(); column++) {
      consumer.startField(names.get(column), column);
      consumer.addBinary(Binary.fromString(values.get(column)));
      consumer.endField(names.get(column), column);
    }
  }
}
