package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.PersonTables;

/** The municipalities' decisions, acts and payments, one row per delivered row. */
final class MunicipalEvents {
  /** Granted hours a month are valid within these (inputs.md, sol). */
  private static final int FEWEST_HOURS = 1;

  private static final int MOST_HOURS = 744;

  private MunicipalEvents() {}

  /** Decisions that hold a day; hours that are not valid are null. */
  static Dataset<Row> socialServices(Dataset<Row> rows, KnownRows known) {
    Column hours = col("hours_per_month");
    return known.intervals(
        rows,
        col("municipality"),
        col("service"),
        when(hours.between(FEWEST_HOURS, MOST_HOURS), hours).as("hours_per_month"));
  }

  static Dataset<Row> disabilityServices(Dataset<Row> rows, KnownRows known) {
    return known.intervals(rows, col("municipality"), col("service"));
  }

  /** Measures for children; one that never started holds no day. */
  static Dataset<Row> childMeasures(Dataset<Row> rows, KnownRows known) {
    return known.intervals(
        rows, col("municipality"), col("measure"), col("legal_basis"), col("placement"));
  }

  static Dataset<Row> acts(Dataset<Row> rows, KnownRows known) {
    return known
        .upToAsOf(rows, "act_on")
        .select(col("person"), col("municipality"), col("act"), KnownRows.day("act_on", "act_day"));
  }

  /**
   * Months are numbered year * 12 + month - 1, so that neighbours differ by one. Rows of unknown
   * persons stay: a month of anyone in a household is one of its children's (measures.md 2).
   */
  static Dataset<Row> economicAssistance(Dataset<Row> rows, KnownRows known) {
    Column year = substring(col("month"), 1, 4).cast("int");
    Column month = substring(col("month"), 6, 2).cast("int");
    return PersonTables.gathered(rows, known.buckets())
        .select(
            col("person"),
            col("municipality"),
            year.multiply(12).plus(month).minus(1).as("month_number"),
            col("household"));
  }
}
