package se.jamlik.pipeline.mark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.CodeList;

/**
 * The codes that occur in the linked tables and how often: some thousands, and nobody's.
 *
 * @param diagnoses rows by code of diagnosis or external cause
 * @param drugs dispensings by ATC code
 */
record OccurringCodes(Map<String, Long> diagnoses, Map<String, Long> drugs) {
  static final OccurringCodes NONE = new OccurringCodes(Map.of(), Map.of());

  /** The tables that are looked through. */
  static final List<String> TABLES = List.of("diagnosis", "dispensing", "inpatient_row");

  static OccurringCodes in(Function<String, Dataset<Row>> tables) {
    Dataset<Row> diagnoses = tables.apply("diagnosis").select(col("code"), lit(1L).as("rows"));
    // Those of stays are among the diagnoses already.
    Dataset<Row> ofStays =
        tables.apply("inpatient_row").select(col("main_diagnosis"), lit(0L).as("rows"));
    Dataset<Row> drugs =
        tables.apply("dispensing").select(col("atc").as("code"), lit(1L).as("rows"));
    return new OccurringCodes(counts(diagnoses.union(ofStays)), counts(drugs));
  }

  /** The codes that a list may match, with how often each occurs. */
  Map<String, Long> of(CodeList list) {
    return list.isOfDrugs() ? drugs : diagnoses;
  }

  private static Map<String, Long> counts(Dataset<Row> rows) {
    Column code = col("code");
    Map<String, Long> counts = new TreeMap<>();
    rows.where(code.isNotNull())
        .groupBy(code)
        .agg(sum("rows"))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }
}
