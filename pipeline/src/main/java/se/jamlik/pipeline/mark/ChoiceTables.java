package se.jamlik.pipeline.mark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * The settings that change what is counted, as small tables that the facts join.
 *
 * <ul>
 *   <li>choice: one row; left_out_drugs holds the letters one after the other
 *   <li>excluded_diagnosis: one row per category or range of categories of main diagnoses after
 *       which no readmission is looked for; both ends belong to it
 *   <li>cost: one row; Swedish kronor
 * </ul>
 */
final class ChoiceTables {
  /** The table of what care costs. */
  static final String COSTS = "cost";

  static final String CHOICES = "choice";
  static final String EXCLUDED_DIAGNOSES = "excluded_diagnosis";

  private static final StructType CHOICE =
      StructType.fromDDL("condition_occurrences int, stay_main_row string, left_out_drugs string");
  private static final StructType EXCLUDED_DIAGNOSIS =
      StructType.fromDDL("first_category string, last_category string");
  private static final StructType COST =
      StructType.fromDDL(
          """
          bed_day int, admission int, emergency_visit int, outpatient_visit int,
          doctor_contact int, other_contact int, home_care_hour int, special_housing_day int,
          short_stay_day int, municipal_care_act int
          """);

  private ChoiceTables() {}

  /** The tables by name. */
  static Map<String, Dataset<Row>> of(SparkSession spark, Settings settings) {
    return Map.of(
        CHOICES,
        spark.createDataFrame(List.of(choice(settings.choices())), CHOICE),
        EXCLUDED_DIAGNOSES,
        spark.createDataFrame(
            settings.choices().readmissionExcludes().stream().map(ChoiceTables::excluded).toList(),
            EXCLUDED_DIAGNOSIS),
        COSTS,
        costs(spark, settings.costs()));
  }

  /** The table of what care costs alone. */
  static Dataset<Row> costs(SparkSession spark, Settings.Costs costs) {
    return spark.createDataFrame(List.of(cost(costs)), COST);
  }

  private static Row choice(Settings.Choices choices) {
    return RowFactory.create(
        choices.conditionOccurrences(),
        choices.stayMainRow().name().toLowerCase(Locale.ROOT),
        String.join("", choices.leftOutDrugs()));
  }

  private static Row excluded(String range) {
    String[] ends = range.split("-", -1);
    return RowFactory.create(ends[0], ends[ends.length - 1]);
  }

  private static Row cost(Settings.Costs costs) {
    return RowFactory.create(
        costs.bedDay(),
        costs.admission(),
        costs.emergencyVisit(),
        costs.outpatientVisit(),
        costs.doctorContact(),
        costs.otherContact(),
        costs.homeCareHour(),
        costs.specialHousingDay(),
        costs.shortStayDay(),
        costs.municipalCareAct());
  }
}
