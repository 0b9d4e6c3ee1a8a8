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

  /** Writes rows wherever they lie, in this order after the person or in that of all columns. */
  List<Piece> written(
      Dataset<Row> rows, Slicing slicing, Map<Place, Origin> missing, String... order) {
    Set<Integer> slices = missing.keySet().stream().map(Place::slice).collect(Collectors.toSet());
    Column slice = slicing.of(rows.schema());
    // Spark would leave out a repartition by the person when the rows are so partitioned already,
    // and then join small partitions.
    Dataset<Row> moved =
        rows.where(slice.isin(slices.toArray()))
            .repartitionById(Place.tasks(keeping.buckets()), task(slicing, rows));
    return writtenInPlace(moved.sortWithinPartitions(order(rows, order)), slicing, missing);
  }

  /** Writes rows that lie, in their order, in the tasks of their places. */
  List<Piece> writtenInPlace(Dataset<Row> rows, Slicing slicing, Map<Place, Origin> missing) {
    Path unfinished = new Path(folder, UNFINISHED);
    rows.where(liesInPlace(task(slicing, rows)))
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(unfinished.toString());
    keeping.reached(Moment.WRITTEN);
    Map<Place, Path> files = files(unfinished);
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

  /** True, or the night ends: a row in the file of another place would be lost without a trace. */
  private Column liesInPlace(Column task) {
    return when(task.equalTo(spark_partition_id()), true)
        .otherwise(
            raise_error(lit("A row of " + new Path(folder).getName() + " is in a wrong place"))
                .cast("boolean"));
  }

  /** The number of the task of a row's place. */
  private Column task(Slicing slicing, Dataset<Row> rows) {
    Column bucket = pmod(hash(col(PersonTables.PERSON)), lit(keeping.buckets()));
    return Place.task(bucket, slicing.of(rows.schema()));
  }

  private static Column[] order(Dataset<Row> rows, String... order) {
    Stream<String> afterPerson =
        order.length > 0
            ? Arrays.stream(order)
            : Arrays.stream(rows.drop(PersonTables.PERSON).columns());
    return Stream.concat(Stream.of(PersonTables.PERSON), afterPerson)
        .map(functions::col)
        .toArray(Column[]::new);
  }

  /** A task writes a file, whose name begins with its number. */
  private static Map<Place, Path> files(Path unfinished) {
    Map<Place, Path> files = new HashMap<>();
    for (Path file : KeptFiles.in(unfinished)) {
      String name = file.getName();
      if (name.startsWith("part-")) {
        int task = Integer.parseInt(name.substring("part-".length(), name.indexOf('-', 5)));
        Optional<Place> place = Place.ofTask(task);
        if (place.isPresent() && files.put(place.get(), file) != null) {
          throw new IllegalStateException("Two files of one place in " + unfinished);
        }
      }
    }
    return files;
  }
}
