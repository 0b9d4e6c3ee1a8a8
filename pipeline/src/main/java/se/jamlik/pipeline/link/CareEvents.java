package se.jamlik.pipeline.link;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The region's events of care, one row per delivered row. */
final class CareEvents {
  /** 1 January of year 1, the start of a named doctor whose first day is missing. */
  static final int SINCE_EVER_DAY = -719_162;

  private CareEvents() {}

  static Dataset<Row> inpatientRows(Dataset<Row> rows, KnownRows known) {
    return known
        .upToAsOf(rows.drop("secondary_diagnoses", "external_causes", "procedures"), "admitted_on")
        .select(
            col("person"),
            KnownRows.day("admitted_on", "admitted_day"),
            KnownRows.day("discharged_on", "discharged_day"),
            col("hospital"),
            col("clinic"),
            col("speciality"),
            Diagnoses.matchable(col("main_diagnosis")).as("main_diagnosis"),
            col("admitted_from"),
            col("discharged_to"),
            col("admission_kind"));
  }

  static Dataset<Row> outpatientVisits(Dataset<Row> rows, KnownRows known) {
    return known
        .upToAsOf(
            rows.select("person", "visited_on", "speciality", "emergency", "profession"),
            "visited_on")
        .select(
            col("person"),
            KnownRows.day("visited_on", "visited_day"),
            col("speciality"),
            col("emergency"),
            col("profession"));
  }

  static Dataset<Row> primaryCareContacts(Dataset<Row> rows, KnownRows known) {
    return known
        .upToAsOf(rows.drop("diagnoses", "acts"), "contact_on")
        .select(
            col("person"),
            col("contact"),
            KnownRows.day("contact_on", "contact_day"),
            col("unit"),
            col("profession"),
            col("contact_kind"),
            col("staff"),
            col("planned"),
            col("on_call"));
  }

  /** Spells on a health centre's list; the named doctor's days are null without a named doctor. */
  static Dataset<Row> listings(Dataset<Row> rows, KnownRows known) {
    Column hasDoctor = col("doctor").isNotNull();
    Column doctorStart = coalesce(unix_date(col("doctor_starts_on")), lit(SINCE_EVER_DAY));
    Column doctorEnd = KnownRows.endDay("doctor_ends_on");
    return known.intervals(
        rows,
        col("unit"),
        col("doctor"),
        when(hasDoctor, doctorStart).as("doctor_start_day"),
        when(hasDoctor, doctorEnd).as("doctor_end_day"));
  }

  static Dataset<Row> dischargesReady(Dataset<Row> rows, KnownRows known) {
    return known
        .upToAsOf(rows, "ready_on")
        .select(
            col("person"),
            KnownRows.day("ready_on", "ready_day"),
            KnownRows.day("withdrawn_on", "withdrawn_day"),
            KnownRows.day("discharged_on", "discharged_day"),
            col("municipality"));
  }

  static Dataset<Row> carePlans(Dataset<Row> rows, KnownRows known) {
    return known
        .upToAsOf(rows, "drawn_up_on")
        .select(
            col("person"),
            KnownRows.day("drawn_up_on", "drawn_up_day"),
            KnownRows.day("followed_up_on", "followed_up_day"),
            KnownRows.day("closed_on", "closed_day"),
            col("initiated_by"));
  }
}
