package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * Writes tables as {@code <table>/part-00000.parquet}: one part, zstd, sorted by all columns, so
 * that the same rows give the same bytes in whatever order they came. DuckDB writes them, not
 * Spark: the rows are at hand, and nothing must be renamed or swept away afterwards.
 */
final class TableFiles {
  private static final String PART = "part-00000.parquet";

  private TableFiles() {}

  static Path of(Path folder, String table) {
    return folder.resolve(table).resolve(PART);
  }

  /** The tables that a folder holds, in the byte order of their names. */
  static List<String> in(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> Files.exists(of(folder, name)))
          .sorted()
          .toList();
    }
  }

  static void write(Path folder, List<ReleaseTable> tables) throws IOException {
    try (Database database = Database.inMemory(folder)) {
      for (ReleaseTable table : tables) {
        load(database, table);
        Files.createDirectories(folder.resolve(table.name()));
        database.execute(
            ("copy (from %s order by all nulls last) to %s"
                    + " (format parquet, compression zstd, row_group_size 122880)")
                .formatted(Sql.name(table.name()), Sql.text(of(folder, table.name()))));
      }
    }
  }

  /** Writes a table that stands as Parquet in the folder also as CSV, in the same order. */
  static void writeCsv(Path folder, String table, Path csv) {
    try (Database database = Database.inMemory(folder)) {
      database.execute(
          "copy (%s) to %s (format csv, header)".formatted(from(folder, table), Sql.text(csv)));
    }
  }

  /** The select that reads a table of the folder in the order that it was written in. */
  static String from(Path folder, String table) {
    return "from read_parquet(%s)".formatted(Sql.text(of(folder, table)));
  }

  private static void load(Database database, ReleaseTable table) {
    String columns =
        Arrays.stream(table.schema().fields())
            .map(field -> columnOf(table.name(), field))
            .collect(Collectors.joining(", "));
    database.execute("create table %s (%s)".formatted(Sql.name(table.name()), columns));
    try (DuckDBAppender appender = database.appender(table.name())) {
      for (Row row : table.rows()) {
        appender.beginRow();
        for (int column = 0; column < row.length(); column++) {
          append(appender, row.get(column));
        }
        appender.endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Rows of %s do not fit".formatted(table.name()), e);
    }
  }

  private static String columnOf(String table, StructField field) {
    return "%s %s%s"
        .formatted(
            Sql.name(field.name()),
            typeOf(table, field.name(), field.dataType()),
            field.nullable() ? "" : " not null");
  }

  private static String typeOf(String table, String column, DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return "varchar";
    }
    if (type.equals(DataTypes.LongType)) {
      return "bigint";
    }
    if (type.equals(DataTypes.DoubleType)) {
      return "double";
    }
    if (type.equals(DataTypes.BooleanType)) {
      return "boolean";
    }
    if (type.equals(DataTypes.DateType)) {
      return "date";
    }
    if (type.equals(DataTypes.TimestampNTZType)) {
      return "timestamp";
    }
    throw new IllegalArgumentException(
        "%s.%s is %s: a release holds string, long, double, boolean, date and timestamp_ntz alone"
            .formatted(table, column, type.simpleString()));
  }

  private static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Long count) {
      appender.append(count.longValue());
    } else if (value instanceof Double number) {
      appender.append(finite(number));
    } else if (value instanceof Boolean flag) {
      appender.append(flag.booleanValue());
    } else if (value instanceof LocalDate day) {
      appender.append(day);
    } else if (value instanceof Date day) {
      appender.append(day.toLocalDate());
    } else if (value instanceof LocalDateTime instant) {
      appender.append(instant);
    } else {
      throw new IllegalArgumentException("No column holds a " + value.getClass().getSimpleName());
    }
  }

  /** An undefined value is null with a status; a NaN in a release is a bug. */
  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("A statistic is " + number);
    }
    return number;
  }
}
