package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.PersonTables;

/** One row per person, ATC code and day that something dispensed is left of, after corrections. */
final class Dispensings {
  static final StructType SCHEMA =
      new StructType()
          .add("person", DataTypes.LongType)
          .add("atc", DataTypes.StringType)
          .add("dispensed_day", DataTypes.IntegerType)
          .add("days", DataTypes.IntegerType);

  private Dispensings() {}

  /**
   * The dispensings.
   *
   * @param daysWhenUnknown that one lasts when its daily doses are not known
   */
  static Dataset<Row> of(Dataset<Row> dispensedRows, KnownRows known, int daysWhenUnknown) {
    MapPartitionsFunction<Row, Row> netted = rows -> new NettedDispensings(rows, daysWhenUnknown);
    Dataset<Row> rows =
        known
            .upToAsOf(
                dispensedRows.select(
                    "person", "atc", "dispensed_on", "packages", "ddd_per_package"),
                "dispensed_on")
            .select(
                col("person"),
                col("atc"),
                KnownRows.day("dispensed_on", "dispensed_day"),
                coalesce(col("packages"), lit(BigDecimal.ONE)).as("packages"),
                col("ddd_per_package"));
    // Where the persons are few they are sent to the rows, which then lie as they were delivered.
    return PersonTables.gathered(rows, known.buckets())
        .sortWithinPartitions("person", "atc", "dispensed_day")
        .mapPartitions(netted, Encoders.row(SCHEMA));
  }
}
