package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * Everybody with a population row of any year, in or out of the scope: who events can be linked to.
 * One row per person: the day of death, if any, and the record key.
 */
final class KnownPersons {
  private KnownPersons() {}

  static Dataset<Row> of(Dataset<Row> population, Dataset<Row> deaths, RecordKey recordKey) {
    Dataset<Row> died =
        deaths.select(col(PersonTables.PERSON), unix_date(col("died_on")).as("died_day"));
    return population
        .select(PersonTables.PERSON)
        .distinct()
        .join(died, new String[] {PersonTables.PERSON}, "left")
        .withColumn("record_key", recordKeyOf(recordKey));
  }

  private static Column recordKeyOf(RecordKey recordKey) {
    UDF1<Long, Long> ofPerson = recordKey::applyAsLong;
    return udf(ofPerson, DataTypes.LongType).apply(col(PersonTables.PERSON));
  }
}
