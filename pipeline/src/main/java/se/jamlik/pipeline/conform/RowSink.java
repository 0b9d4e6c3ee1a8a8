package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Where the rows of one part of a delivery go: those that keep the contract and those that do not.
 */
final class RowSink implements AutoCloseable {
  /** Characters of a broken line that are kept beside its reason. */
  private static final int LONGEST_RAW = 10_000;

  private static final MessageType QUARANTINE =
      new MessageType(
          "row",
          RowSchema.text("file"),
          Types.optional(PrimitiveTypeName.INT64).named("line"),
          RowSchema.text("reason"),
          RowSchema.text("raw"));

  private final ColumnDefinition[] columns;
  private final MessageType schema;
  private final int number;
  private final Binary file;
  private final Path rowsPath;
  private final Path quarantinePath;
  private @Nullable RowFile rows;
  private @Nullable RowFile quarantine;
  private boolean isShut;
  private long kept;
  private long quarantined;
  private final Map<String, Aside> asides = new TreeMap<>();
  private final MonthTally months;

  /** The paths are those of the two files that will hold the rows. */
  RowSink(TableDefinition table, int number, String file, Path rowsPath, Path quarantinePath) {
    this.columns = table.columns().toArray(ColumnDefinition[]::new);
    this.schema = RowSchema.parquet(table);
    this.number = number;
    this.months = new MonthTally(table);
    this.file = Binary.fromString(file);
    this.rowsPath = rowsPath;
    this.quarantinePath = quarantinePath;
  }

  long kept() {
    return kept;
  }

  long quarantined() {
    return quarantined;
  }

  /** Why rows went aside. */
  List<Aside> asides() {
    return List.copyOf(asides.values());
  }

  /** The kept rows by municipality and month. */
  List<MonthRows> months() {
    return months.months();
  }

  /** Keeps the row that the reader holds. */
  void keep(RowReader reader, long line) throws IOException {
    kept++;
    months.add(reader);
    if (isShut) {
      return;
    }
    if (rows == null) {
      rows = new RowFile(rowsPath, schema);
    }
    rows.write(consumer -> fields(consumer, reader, line));
  }

  /** Sets a row aside. */
  void quarantine(String reason, String raw, long line) throws IOException {
    quarantined++;
    asides.merge(reason, new Aside(reason, 1, line), Aside::and);
    if (isShut) {
      return;
    }
    if (quarantine == null) {
      quarantine = new RowFile(quarantinePath, QUARANTINE);
    }
    String shown = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
    quarantine.write(
        consumer -> {
          text(consumer, "file", 0, file);
          consumer.startField("line", 1);
          consumer.addLong(line);
          consumer.endField("line", 1);
          text(consumer, "reason", 2, Binary.fromString(reason));
          text(consumer, "raw", 3, Binary.fromString(shown));
        });
  }

  /** Writes nothing more and takes away what was written: the delivery holds a personnummer. */
  void shut() throws IOException {
    if (!isShut) {
      close();
      isShut = true;
      for (Path path : new Path[] {rowsPath, quarantinePath}) {
        path.getFileSystem(LocalFiles.configuration()).delete(path, false);
      }
    }
  }

  @Override
  public void close() throws IOException {
    RowFile one = rows;
    RowFile other = quarantine;
    rows = null;
    quarantine = null;
    try {
      if (one != null) {
        one.close();
      }
    } finally {
      if (other != null) {
        other.close();
      }
    }
  }

  private void fields(RecordConsumer consumer, RowReader reader, long line) {
    int field = 0;
    for (int column = 0; column < columns.length; column++) {
      Object value = reader.value(column);
      if (value != null) {
        value(consumer, columns[column], field, value);
      }
      field++;
      if (columns[column].type() == ColumnType.DEATH_DATE) {
        if (value != null) {
          text(
              consumer,
              columns[column].name() + RowSchema.PRECISION_ENDING,
              field,
              Binary.fromString(reader.precision()));
        }
        field++;
      }
    }
    consumer.startField(RowSchema.DELIVERY, field);
    consumer.addInteger(number);
    consumer.endField(RowSchema.DELIVERY, field);
    consumer.startField(RowSchema.LINE, field + 1);
    consumer.addLong(line);
    consumer.endField(RowSchema.LINE, field + 1);
  }

  private static void value(
      RecordConsumer consumer, ColumnDefinition column, int field, Object value) {
    consumer.startField(column.name(), field);
    if (value instanceof List<?> list) {
      list(consumer, list);
    } else if (value instanceof Integer whole) {
      consumer.addInteger(whole);
    } else if (value instanceof Long number) {
      consumer.addLong(number);
    } else if (RowSchema.isPerson(column)) {
      consumer.addLong(Hashes.of(value.toString()));
    } else {
      consumer.addBinary(Binary.fromString(value.toString()));
    }
    consumer.endField(column.name(), field);
  }

  private static void list(RecordConsumer consumer, List<?> list) {
    consumer.startGroup();
    if (!list.isEmpty()) {
      consumer.startField("list", 0);
      for (Object element : list) {
        consumer.startGroup();
        if (element != null) {
          text(consumer, "element", 0, Binary.fromString(element.toString()));
        }
        consumer.endGroup();
      }
      consumer.endField("list", 0);
    }
    consumer.endGroup();
  }

  private static void text(RecordConsumer consumer, String name, int field, Binary text) {
    consumer.startField(name, field);
    consumer.addBinary(text);
    consumer.endField(name, field);
  }
}
