package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * Inpatient rows without an end that others of the person follow (measures.md 2, hospital stay).
 */
final class OpenRows {
  private OpenRows() {}

  /** Looks only at people who have an open row, who are few. */
  static Count notLast(Dataset<Row> rows, Check check) {
    Dataset<Row> withOpenRows =
        rows.where(col(check.column()).isNull()).select(PersonTables.PERSON).distinct();
    Row counted =
        rows.select(PersonTables.PERSON, "admitted_on", check.column(), "clinic", "hospital")
            .join(broadcast(withOpenRows), PersonTables.PERSON)
            .withColumn(
                "next_on",
                lead(col("admitted_on"), 1)
                    .over(
                        Window.partitionBy(PersonTables.PERSON)
                            .orderBy(
                                col("admitted_on"),
                                col(check.column()).asc_nulls_last(),
                                col("clinic").asc_nulls_last(),
                                col("hospital"))))
            .where(col(check.column()).isNull())
            .agg(count_if(col("next_on").isNotNull()), count(lit(1)))
            .first();
    return Count.of(check, counted.getLong(0), counted.getLong(1));
  }
}
