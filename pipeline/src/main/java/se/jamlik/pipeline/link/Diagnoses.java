package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row per diagnosis code and delivered row of care, of codes that can be matched at all.
 * Primary care has no main diagnosis: all its codes are secondary.
 */
final class Diagnoses {
  /** Only codes of this form are ever matched (inputs.md). */
  private static final String MATCHABLE = "^[A-Z][0-9]{2}[0-9A-Z]{0,3}$";

  private Diagnoses() {}

  static Dataset<Row> of(ConformedTables tables, KnownRows known) {
    Dataset<Row> inpatient =
        rows(
            tables.table("inpatient_row"),
            known.asOf(),
            "admitted_on",
            coalesce(col("discharged_on"), col("admitted_on")),
            "inpatient");
    Dataset<Row> outpatient =
        rows(
            tables.table("outpatient_visit"),
            known.asOf(),
            "visited_on",
            col("visited_on"),
            "outpatient");
    Dataset<Row> primary =
        rows(
            withoutMainDiagnosis(tables.table("primary_care_contact")),
            known.asOf(),
            "contact_on",
            col("contact_on"),
            "primary");
    return exploded(known.of(inpatient.union(outpatient).union(primary)));
  }

  private static Dataset<Row> withoutMainDiagnosis(Dataset<Row> contacts) {
    return contacts
        .withColumn("main_diagnosis", lit(null).cast("string"))
        .withColumnRenamed("diagnoses", "secondary_diagnoses")
        .withColumn("external_causes", noCodes());
  }

  private static Dataset<Row> rows(
      Dataset<Row> rows, LocalDate asOf, String datedOn, Column diagnosedOn, String source) {
    return rows.where(col(datedOn).leq(lit(asOf)))
        .select(
            col("person"),
            unix_date(diagnosedOn).as("diagnosed_day"),
            lit(source).as("source"),
            col("main_diagnosis"),
            coalesce(col("secondary_diagnoses"), noCodes()).as("secondary"),
            coalesce(col("external_causes"), noCodes()).as("external"));
  }

  private static Dataset<Row> exploded(Dataset<Row> rows) {
    Column codes = concat(array(col("main_diagnosis")), col("secondary"), col("external"));
    Column place =
        when(col("position").equalTo(0), "main")
            .when(col("position").leq(size(col("secondary"))), "secondary")
            .otherwise("external");
    return rows.select(
            col("person"),
            col("diagnosed_day"),
            col("source"),
            col("secondary"),
            posexplode(codes).as(new String[] {"position", "code"}))
        .where(col("code").rlike(MATCHABLE))
        .select(col("person"), col("diagnosed_day"), col("code"), col("source"), place.as("place"));
  }

  private static Column noCodes() {
    return array().cast("array<string>");
  }

  /** The code when it is of the form that can be matched, else null. */
  static Column matchable(Column code) {
    return when(code.rlike(MATCHABLE), code);
  }
}
