package se.jamlik.pipeline.conform;

import java.io.IOException;
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
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/**
 * Reads the rows of one row group of a delivered Parquet file; the first row of a file is line 2.
 */
final class ParquetRows {
  private ParquetRows() {}

  /** Why the part could not be read to its end, or an empty text. */
  static String read(ChunkTask task, RowSink sink, Guard guard) throws IOException {
    RowReader reader = new RowReader(task.table(), task.scan().header());
    int columns = task.scan().header().names().size();
    boolean[] isText = isText(task, columns);
    @Nullable String[] fields = new @Nullable String[columns];
    long line = task.chunk().firstLine();
    try (ParquetReader<Group> rows = open(task)) {
      for (Group row = next(rows); row != null; row = next(rows)) {
        for (int column = 0; column < columns; column++) {
          fields[column] = ParquetFields.text(row, column, isText[column]);
          if (guard.count(column, fields[column], line) && guard.hasCertain()) {
            sink.shut();
          }
        }
        row(reader, fields, sink, line);
        line++;
      }
    } catch (Damage e) {
      return "the Parquet file is damaged or cut short";
    }
    return "";
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

  private static void row(RowReader reader, @Nullable String[] fields, RowSink sink, long line)
      throws IOException {
    reader.start();
    Optional<String> reason = Optional.empty();
    for (int column = 0; column < fields.length && reason.isEmpty(); column++) {
      reason = reader.take(column, fields[column]);
    }
    reason = reason.isEmpty() ? reader.end() : reason;
    if (reason.isEmpty()) {
      sink.keep(reader, line);
    } else {
      String raw =
          Arrays.stream(fields)
              .map(field -> Objects.requireNonNullElse(field, ""))
              .collect(Collectors.joining(";"));
      sink.quarantine(reason.get(), raw, line);
    }
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
    return ParquetReader.builder(new GroupReadSupport(), new Path(task.location()))
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
