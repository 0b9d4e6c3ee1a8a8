package se.jamlik.pipeline.kept;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/** The rows of one piece, read in the order of their key one at a time. */
final class SortedPiece implements Closeable {
  /** Values are asked of the columns; none is handed to a converter. */
  private static final GroupConverter NOTHING_TO_FILL =
      new GroupConverter() {
        @Override
        public Converter getConverter(int column) {
          return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
      };

  private final String file;
  private final StructField[] fields;
  private final int[] key;
  private final ParquetFileReader pages;
  private final MessageType columns;
  private final ColumnValues[] values;

  /** Rows of the row group at hand that are not read yet. */
  private long left;

  private @Nullable Object @Nullable [] row;

  /** Opens the file; its first row is ready when it has one. */
  SortedPiece(String file, StructType schema, List<String> key) {
    this.file = file;
    this.fields = schema.fields();
    this.key = key.stream().mapToInt(schema::fieldIndex).toArray();
    this.values = new ColumnValues[fields.length];
    Configuration configuration = LocalFiles.configuration();
    try {
      this.pages =
          ParquetFileReader.open(
              HadoopInputFile.fromPath(new Path(file), configuration),
              HadoopReadOptions.builder(configuration).usePageChecksumVerification(true).build());
      this.columns = pages.getFileMetaData().getSchema();
      this.row = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of the row at hand by column; null after the last. */
  @Nullable Object @Nullable [] row() {
    return row;
  }

  /** Moves to the next row, whose key must be larger. */
  void next() {
    @Nullable Object[] before = row;
    try {
      row = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (before != null && row != null && compare(key(before), key(row)) >= 0) {
      throw new IllegalStateException("The rows of " + file + " do not ascend by their key");
    }
  }

  /** Whether the row at hand has the key; what comes before that key is passed by. */
  boolean isAt(Object[] wanted) {
    while (row != null && compare(key(row), wanted) < 0) {
      next();
    }
    return row != null && compare(key(row), wanted) == 0;
  }

  /** The key of a row of this piece. */
  Object[] key(@Nullable Object[] values) {
    Object[] found = new Object[key.length];
    for (int place = 0; place < key.length; place++) {
      Object value = values[key[place]];
      if (value == null) {
        throw new IllegalStateException(
            "A row of " + file + " has no " + fields[key[place]].name());
      }
      found[place] = value;
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }

  /** Keys are whole numbers and texts, whose order here and in Spark is one: periods are ASCII. */
  @SuppressWarnings("unchecked")
  private static int compare(Object[] one, Object[] other) {
    return Arrays.compare(one, other, (a, b) -> ((Comparable<Object>) a).compareTo(b));
  }

  private @Nullable Object @Nullable [] read() throws IOException {
    try {
      while (left == 0) {
        PageReadStore group = pages.readNextRowGroup();
        if (group == null) {
          return null;
        }
        open(group);
      }
      left--;
      @Nullable Object[] read = new @Nullable Object[values.length];
      for (int column = 0; column < values.length; column++) {
        read[column] = values[column].next();
      }
      return read;
    } catch (ParquetRuntimeException e) {
      // A disk has changed the bytes since they were known to be whole.
      throw new IOException("Cannot read the rows of " + file + ": they are damaged", e);
    }
  }

  private void open(PageReadStore group) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            group, NOTHING_TO_FILL, columns, pages.getFileMetaData().getCreatedBy());
    for (int column = 0; column < fields.length; column++) {
      String[] path = {fields[column].name()};
      values[column] =
          new ColumnValues(
              store.getColumnReader(columns.getColumnDescription(path)), fields[column].dataType());
    }
    left = group.getRowCount();
  }
}
