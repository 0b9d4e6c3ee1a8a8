package se.jamlik.pipeline.kept;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kept table with the columns of others beside them, empty where another has no row
 * of the key. Tables lie alike, bucket by bucket and sorted, so that they are read side by side: no
 * row is moved, sorted or held. Spark's own joins would copy each wide row once for every table.
 *
 * @param key the columns that all tables share and are sorted by
 */
record Alongside(Pieces first, List<Pieces> others, List<String> key) {
  /** The columns of the first table and those of the others beyond the key; each may be empty. */
  static StructType schema(StructType first, Collection<StructType> others, List<String> key) {
    return new StructType(
        Stream.concat(
                Stream.of(first.fields()),
                others.stream()
                    .flatMap(other -> Stream.of(other.fields()))
                    .filter(field -> !key.contains(field.name())))
            .map(field -> DataTypes.createStructField(field.name(), field.dataType(), true))
            .toArray(StructField[]::new));
  }

  /** The rows of these places, in their order, each in its task. */
  Dataset<Row> rows(SparkSession spark, Set<Place> places, int buckets) {
    String firstSchema = first.schema().json();
    List<String> otherSchemas = others.stream().map(other -> other.schema().json()).toList();
    List<Side> tasks =
        IntStream.range(0, Place.tasks(buckets))
            .mapToObj(
                task ->
                    new Side(
                        Place.ofTask(task)
                            .filter(places::contains)
                            .map(this::files)
                            .orElse(Files.NONE),
                        firstSchema,
                        otherSchemas,
                        key))
            .toList();
    StructType schema = schema(first.schema(), others.stream().map(Pieces::schema).toList(), key);
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(tasks, tasks.size())
            .flatMap(Side::rows),
        schema);
  }

  private Files files(Place place) {
    Map<Integer, String> others = new TreeMap<>();
    for (int table = 0; table < this.others.size(); table++) {
      String file = this.others.get(table).file(place);
      if (file != null) {
        others.put(table, file);
      }
    }
    return new Files(first.file(place), others);
  }

  /** The files of one place; of the other tables by their numbers, those that have rows. */
  private record Files(@Nullable String first, Map<Integer, String> others)
      implements Serializable {
    static final Files NONE = new Files(null, Map.of());
  }

  /** What a task reads side by side. */
  private record Side(Files files, String firstSchema, List<String> otherSchemas, List<String> key)
      implements Serializable {
    Iterator<Row> rows() {
      if (files.first() == null) {
        return Collections.emptyIterator();
      }
      StructType first = (StructType) DataType.fromJson(firstSchema);
      List<StructType> others =
          otherSchemas.stream().map(schema -> (StructType) DataType.fromJson(schema)).toList();
      return new Rows(files, first, others, key).stream().iterator();
    }
  }

  /** The rows of one place. */
  private static final class Rows {
    private final SortedPiece first;
    private final List<@Nullable SortedPiece> others = new ArrayList<>();
    private final List<int[]> taken = new ArrayList<>();
    private final int width;

    Rows(Files files, StructType first, List<StructType> others, List<String> key) {
      this.first = opened(Objects.requireNonNull(files.first()), first, key);
      int columns = first.length();
      for (int table = 0; table < others.size(); table++) {
        StructType schema = others.get(table);
        String file = files.others().get(table);
        this.others.add(file == null ? null : opened(file, schema, key));
        int[] beside =
            IntStream.range(0, schema.length())
                .filter(column -> !key.contains(schema.fields()[column].name()))
                .toArray();
        taken.add(beside);
        columns += beside.length;
      }
      this.width = columns;
    }

    Stream<Row> stream() {
      return Stream.iterate(next(), Objects::nonNull, row -> next()).map(Objects::requireNonNull);
    }

    private @Nullable Row next() {
      @Nullable Object[] values = first.row();
      if (values == null) {
        others.forEach(Rows::passBy);
        return null;
      }
      @Nullable Object[] wide = Arrays.copyOf(values, width);
      Object[] key = first.key(values);
      int column = values.length;
      for (int table = 0; table < others.size(); table++) {
        SortedPiece other = others.get(table);
        @Nullable Object[] beside = other != null && other.isAt(key) ? other.row() : null;
        for (int from : taken.get(table)) {
          wide[column++] = beside == null ? null : beside[from];
        }
      }
      first.next();
      return RowFactory.create(wide);
    }

    /** Rows after the last of the first table are nobody's; that they ascend is looked at still. */
    private static void passBy(@Nullable SortedPiece other) {
      while (other != null && other.row() != null) {
        other.next();
      }
    }

    private static SortedPiece opened(String file, StructType schema, List<String> key) {
      SortedPiece piece = new SortedPiece(file, schema, key);
      TaskContext.get()
          .addTaskCompletionListener(
              task -> {
                try {
                  piece.close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      return piece;
    }
  }
}
