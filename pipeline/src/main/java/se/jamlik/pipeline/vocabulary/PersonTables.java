package se.jamlik.pipeline.vocabulary;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** How tables of persons are read, and how all rows of a person come to lie together. */
public final class PersonTables {
  /** The 64-bit key that stands for a pseudonym in all tables after conform. */
  public static final String PERSON = "person";

  private PersonTables() {}

  /**
   * All rows of a person in one of so many tasks, the one whose number is the remainder of the hash
   * of the person.
   */
  public static Dataset<Row> gathered(Dataset<Row> rows, int buckets) {
    return rows.repartition(buckets, functions.col(PERSON));
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
