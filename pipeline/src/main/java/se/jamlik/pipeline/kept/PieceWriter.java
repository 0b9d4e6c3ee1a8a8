package se.jamlik.pipeline.kept;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import se.jamlik.pipeline.kept.Keeping.Moment;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * Writes missing pieces of a kept table: one Parquet file for each bucket and slice, in the order
 * of the persons, under a name that holds its hash.
 *
 * @param folder of the table
 */
record PieceWriter(String folder, Keeping keeping) {
  /** Spark and DuckDB look into no folder whose name begins so. */
  static final String UNFINISHED = ".unfinished";

  private static final String SLICE = "written_slice";

  /** Writes rows wherever they lie. */
  List<Piece> written(
      Dataset<Row> rows, Slicing slicing, Map<Place, Origin> missing, String... order) {
    return written(this::moved, rows, slicing, missing, order);
  }

  /** Writes rows that lie in the tasks that have the numbers of their buckets. */
  List<Piece> writtenInPlace(
      Dataset<Row> rows, Slicing slicing, Map<Place, Origin> missing, String... order) {
    return written(UnaryOperator.identity(), rows, slicing, missing, order);
  }

  private List<Piece> written(
      UnaryOperator<Dataset<Row>> moving,
      Dataset<Row> rows,
      Slicing slicing,
      Map<Place, Origin> missing,
      String... order) {
    Path unfinished = new Path(folder, UNFINISHED);
    Set<Integer> slices = missing.keySet().stream().map(Place::slice).collect(Collectors.toSet());
    Dataset<Row> sliced =
        rows.withColumn(SLICE, slicing.of(rows.schema())).where(col(SLICE).isin(slices.toArray()));
    moving
        .apply(sliced)
        .where(liesInPlace())
        .sortWithinPartitions(order(rows, order))
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .partitionBy(SLICE)
        .parquet(unfinished.toString());
    keeping.reached(Moment.WRITTEN);
    Map<Place, Path> files = files(unfinished, slices);
    String schema = rows.schema().json();
    List<Piece> pieces =
        missing.entrySet().parallelStream()
            .map(
                piece ->
                    Piece.made(
                        piece.getKey(),
                        piece.getValue(),
                        schema,
                        Optional.ofNullable(files.get(piece.getKey()))
                            .flatMap(KeptFiles.Hashes::of)))
            .toList();
    for (Piece piece : pieces) {
      Path file = files.get(piece.place());
      if (file != null) {
        KeptFiles.rename(file, new Path(folder, piece.file()));
      }
    }
    keeping.reached(Moment.NAMED);
    KeptFiles.delete(unfinished);
    return pieces;
  }

  /**
   * Each row to the task that has the number of its bucket. Spark would leave out a repartition by
   * the person when the rows are so partitioned already, and then join small partitions.
   */
  private Dataset<Row> moved(Dataset<Row> rows) {
    return rows.repartitionById(keeping.buckets(), bucket());
  }

  /** True, or the night ends: a row in another bucket's file would be lost without a trace. */
  private Column liesInPlace() {
    return when(bucket().equalTo(spark_partition_id()), true)
        .otherwise(
            raise_error(lit("A row of " + new Path(folder).getName() + " is in a wrong bucket"))
                .cast("boolean"));
  }

  private Column bucket() {
    return pmod(hash(col(PersonTables.PERSON)), lit(keeping.buckets()));
  }

  private static Column[] order(Dataset<Row> rows, String... order) {
    Stream<String> afterPerson =
        order.length > 0
            ? Arrays.stream(order)
            : Arrays.stream(rows.drop(PersonTables.PERSON).columns());
    return Stream.concat(Stream.of(SLICE, PersonTables.PERSON), afterPerson)
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** A task writes the rows of the bucket that has its number, one file a slice. */
  private static Map<Place, Path> files(Path unfinished, Set<Integer> slices) {
    Map<Place, Path> files = new HashMap<>();
    for (int slice : slices) {
      for (Path file : KeptFiles.in(new Path(unfinished, SLICE + "=" + slice))) {
        String name = file.getName();
        if (name.startsWith("part-")) {
          int bucket = Integer.parseInt(name.substring("part-".length(), name.indexOf('-', 5)));
          if (files.put(new Place(bucket, slice), file) != null) {
            throw new IllegalStateException("Two files of one bucket in " + unfinished);
          }
        }
      }
    }
    return files;
  }
}
