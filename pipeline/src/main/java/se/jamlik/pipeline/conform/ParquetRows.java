package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/**
 * Reads the rows of one row group of a delivered Parquet file; the first row of a file is line 2.
 */
final class ParquetRows {
  private static final String DAMAGED = "the Parquet file is damaged or cut short";

  /** What stands for bytes that are no UTF-8. */
  private static final char NO_CHARACTER = '\ufffd';

  private final ChunkTask task;
  private final RowSink sink;
  private final Guard guard;
  private final RowReader reader;
  private final int columns;
  private final boolean[] isText;
  private final @Nullable String[] fields;
  private long line;
  private boolean isFound;

  private ParquetRows(ChunkTask task, RowSink sink, Guard guard) {
    this.task = task;
    this.sink = sink;
    this.guard = guard;
    this.reader = new RowReader(task.table(), task.scan().header());
    this.columns = task.scan().header().names().size();
    this.isText = isText(task, columns);
    this.fields = new @Nullable String[columns];
    this.line = task.chunk().firstLine();
  }

  /** Why the part could not be read to its end, or an empty text. */
  static String read(ChunkTask task, RowSink sink, Guard guard) throws IOException {
    return new ParquetRows(task, sink, guard).read();
  }

  private String read() throws IOException {
    try (ParquetReader<Group> rows = open(task)) {
      for (Group row = next(rows); row != null; row = next(rows)) {
        isFound = false;
        for (int column = 0; column < columns; column++) {
          fields[column] = text(row, column);
          isFound |= guard.count(column, fields[column], line);
        }
        if (guard.hasCertain()) {
          sink.shut();
        }
        take(row);
        line++;
      }
    } catch (Damage e) {
      return DAMAGED;
    }
    // A footer that is wrong about where its row groups lie gives other rows than it counts.
    return line - task.chunk().firstLine() == task.chunk().rows() ? "" : DAMAGED;
  }

  /** Hashes of the distinct values of one column. */
  static Set<Long> distinct(ChunkTask task, int column) throws IOException {
    boolean isText = isText(task, column + 1)[column];
    Set<Long> distinct = new HashSet<>();
    try (ParquetReader<Group> rows = open(task)) {
      for (Group row = next(rows); row != null; row = next(rows)) {
        String value = Values.known(ParquetFields.text(row, column, isText));
        if (value != null) {
          distinct.add(Hashes.of(value));
        }
      }
    } catch (Damage e) {
      throw new IOException(e);
    }
    return distinct;
  }

  private @Nullable String text(Group row, int column) throws Damage {
    try {
      return ParquetFields.text(row, column, isText[column]);
    } catch (RuntimeException e) {
      throw new Damage(e);
    }
  }

  private void take(Group row) throws IOException {
    reader.start();
    Optional<String> reason = Optional.empty();
    for (int column = 0; column < columns && reason.isEmpty(); column++) {
      String field = fields[column];
      reason =
          field != null && !isReadable(row.getType().getType(column), field)
              ? reader.unreadable(column)
              : reader.take(column, field);
    }
    reason = reason.isEmpty() ? reader.end() : reason;
    if (reason.isEmpty()) {
      sink.keep(reader, line);
      return;
    }
    String raw =
        Arrays.stream(fields)
            .map(field -> Objects.requireNonNullElse(field, ""))
            .collect(Collectors.joining(";"));
    sink.quarantine(reason.get(), isFound ? guard.masked(raw) : raw, line);
  }

  /** A list is no value of a column, nor are bytes that are no UTF-8. */
  private static boolean isReadable(Type column, String field) {
    return ParquetFields.isSingle(column) && field.indexOf(NO_CHARACTER) < 0;
  }

  /** Whether the contract says that the column is text, so that numbers lose their decimals. */
  private static boolean[] isText(ChunkTask task, int columns) {
    boolean[] isText = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      isText[column] =
          task.scan()
              .header()
              .slots(task.table())
              .get(column)
              .map(slot -> ParquetFields.isText(task.table().columns().get(slot.column()).type()))
              .orElse(true);
    }
    return isText;
  }

  private static ParquetReader<Group> open(ChunkTask task) throws IOException {
    Configuration configuration = new Configuration(LocalFiles.configuration());
    configuration.setBoolean("parquet.page.verify-checksum.enabled", true);
    return ParquetReader.builder(new GroupReadSupport(), new Path(URI.create(task.location())))
        .withConf(configuration)
        .withFileRange(
            task.chunk().offset(), task.chunk().offset() + Math.max(1, task.chunk().length()))
        .build();
  }

  private static @Nullable Group next(ParquetReader<Group> rows) throws Damage {
    try {
      return rows.read();
    } catch (IOException | RuntimeException e) {
      throw new Damage(e);
    }
  }

  /** The bytes of the file are not what Parquet says they are. */
  private static final class Damage extends Exception {
    private static final long serialVersionUID = 1;

    Damage(Throwable cause) {
      super(cause);
    }
  }
}
