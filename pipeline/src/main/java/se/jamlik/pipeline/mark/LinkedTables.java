package se.jamlik.pipeline.mark;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.link.Linked;

/**
 * The tables that facts may be made from; all are there, with or without rows.
 *
 * @param byName with the columns that facts may name
 */
record LinkedTables(Map<String, Dataset<Row>> byName) {
  static final String PERSON_PERIOD = "person_period";

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry(
              PERSON_PERIOD,
              """
              person bigint, period string, sex string, age int, standard_group int,
              municipality string, deso string, regso string, income_quintile string,
              education string, birth_region string, household string,
              is_resident_at_start boolean, is_resident_at_end boolean, mean_population double
              """),
          Map.entry("death", "person bigint, died_day int"),
          Map.entry(
              "inpatient_row",
              """
              person bigint, admitted_day int, discharged_day int, hospital string, clinic string,
              speciality string, main_diagnosis string, admitted_from int, discharged_to int,
              admission_kind int
              """),
          Map.entry(
              "outpatient_visit",
              """
              person bigint, visited_day int, speciality string, emergency int, profession string
              """),
          Map.entry(
              "primary_care_contact",
              """
              person bigint, contact string, contact_day int, unit string, profession string,
              contact_kind string, staff string, planned int, on_call int
              """),
          Map.entry(
              "diagnosis",
              "person bigint, diagnosed_day int, code string, source string, place string"),
          Map.entry(
              "listing",
              """
              person bigint, unit string, doctor string, doctor_start_day int, doctor_end_day int,
              start_day int, end_day int
              """),
          Map.entry(
              "discharge_ready",
              """
              person bigint, ready_day int, withdrawn_day int, discharged_day int,
              municipality string
              """),
          Map.entry(
              "care_plan",
              """
              person bigint, drawn_up_day int, followed_up_day int, closed_day int,
              initiated_by string
              """),
          Map.entry(
              "child_measure",
              """
              person bigint, municipality string, measure string, legal_basis string,
              placement string, start_day int, end_day int
              """),
          Map.entry("dispensing", "person bigint, atc string, dispensed_day int, days int"),
          Map.entry(
              "social_service",
              """
              person bigint, municipality string, service string, start_day int, end_day int,
              hours_per_month decimal(18, 6)
              """),
          Map.entry(
              "disability_service",
              "person bigint, municipality string, service int, start_day int, end_day int"),
          Map.entry(
              "municipal_care_act", "person bigint, municipality string, act string, act_day int"),
          Map.entry(
              "economic_assistance",
              "person bigint, municipality string, month_number int, household string"));

  /** The tables of the night. */
  static LinkedTables of(Linked linked) {
    Map<String, Dataset<Row>> tables =
        new TreeMap<>(empty(linked.table(PERSON_PERIOD).sparkSession()).byName);
    linked.tables().keySet().forEach(name -> tables.put(name, linked.table(name)));
    return new LinkedTables(tables);
  }

  /** The same, each in its parts. */
  static Map<String, TableInParts> inParts(SparkSession spark, Linked linked) {
    Map<String, TableInParts> tables = new TreeMap<>();
    empty(spark).byName.forEach((name, rows) -> tables.put(name, TableInParts.unknown(rows)));
    tables.putAll(linked.tables());
    return tables;
  }

  /** Every table without a row. */
  static LinkedTables empty(SparkSession spark) {
    Map<String, Dataset<Row>> tables = new TreeMap<>();
    COLUMNS.forEach(
        (name, columns) ->
            tables.put(name, spark.createDataFrame(List.of(), StructType.fromDDL(columns))));
    return new LinkedTables(tables);
  }

  Dataset<Row> table(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }
}
