package se.jamlik.pipeline.vocabulary;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * How person-level tables are kept: Parquet in a fixed number of parts, all rows of a person in one
 * part, sorted by person and then by what is said, so that later stages scan and never sort.
 */
public final class PersonTables {
  /** The 64-bit key that stands for a pseudonym in all tables after conform. */
  public static final String PERSON = "person";

  private PersonTables() {}

  /** Rows that lie as the tables do: all rows of a person in one of so many parts. */
  public static Dataset<Row> gathered(Dataset<Row> rows, int buckets) {
    return rows.repartition(buckets, functions.col(PERSON));
  }

  /** Writes a table anew and returns what can now be read from the folder. */
  public static Dataset<Row> write(
      Dataset<Row> rows, String folder, int buckets, String... sortedAfterPerson) {
    return writeGathered(gathered(rows, buckets), folder, sortedAfterPerson);
  }

  /** Writes rows that have been {@link #gathered} anew, without moving them again. */
  public static Dataset<Row> writeGathered(
      Dataset<Row> rows, String folder, String... sortedAfterPerson) {
    Column[] order =
        Stream.concat(Stream.of(PERSON), Arrays.stream(sortedAfterPerson))
            .map(functions::col)
            .toArray(Column[]::new);
    rows.sortWithinPartitions(order)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(folder);
    return read(rows.sparkSession(), rows.schema(), folder);
  }

  /** Reads a table that lies in the folder, or in several of them. */
  public static Dataset<Row> read(SparkSession spark, StructType schema, String... folders) {
    return spark
        .read()
        .schema(schema)
        .option("parquet.page.verify-checksum.enabled", "true")
        .parquet(folders);
  }
}
