package se.jamlik.pipeline.kept;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/** The rows of one piece, read in the order of their key one at a time. */
final class SortedPiece implements Closeable {
  private final String file;
  private final StructField[] fields;
  private final int[] key;
  private final ParquetReader<Group> rows;
  private @Nullable Object @Nullable [] row;

  /** Opens the file; its first row is ready when it has one. */
  SortedPiece(String file, StructType schema, List<String> key) {
    this.file = file;
    this.fields = schema.fields();
    this.key = key.stream().mapToInt(schema::fieldIndex).toArray();
    Configuration configuration = new Configuration(LocalFiles.configuration());
    configuration.setBoolean("parquet.page.verify-checksum.enabled", true);
    try {
      this.rows =
          ParquetReader.builder(new GroupReadSupport(), new Path(file))
              .withConf(configuration)
              .build();
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
    rows.close();
  }

  /** Keys are whole numbers and texts, whose order here and in Spark is one: periods are ASCII. */
  @SuppressWarnings("unchecked")
  private static int compare(Object[] one, Object[] other) {
    return Arrays.compare(one, other, (a, b) -> ((Comparable<Object>) a).compareTo(b));
  }

  private @Nullable Object @Nullable [] read() throws IOException {
    Group group = rows.read();
    if (group == null) {
      return null;
    }
    @Nullable Object[] values = new @Nullable Object[fields.length];
    for (int column = 0; column < fields.length; column++) {
      values[column] = value(group, column);
    }
    return values;
  }

  private @Nullable Object value(Group group, int column) {
    if (group.getFieldRepetitionCount(column) == 0) {
      return null;
    }
    DataType type = fields[column].dataType();
    return switch (type.typeName()) {
      case "integer" -> group.getInteger(column, 0);
      case "long" -> group.getLong(column, 0);
      case "double" -> group.getDouble(column, 0);
      case "boolean" -> group.getBoolean(column, 0);
      case "string" -> group.getString(column, 0);
      default -> decimal(group, column, (DecimalType) type);
    };
  }

  private static BigDecimal decimal(Group group, int column, DecimalType type) {
    int scale = type.scale();
    return switch (group.getType().getType(column).asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> BigDecimal.valueOf(group.getInteger(column, 0), scale);
      case INT64 -> BigDecimal.valueOf(group.getLong(column, 0), scale);
      default -> new BigDecimal(new BigInteger(group.getBinary(column, 0).getBytes()), scale);
    };
  }

  /** Whether columns of the type can be read here. */
  static boolean canRead(DataType type) {
    return type instanceof DecimalType
        || List.of("integer", "long", "double", "boolean", "string").contains(type.typeName());
  }
}
