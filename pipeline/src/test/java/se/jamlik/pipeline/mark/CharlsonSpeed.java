package se.jamlik.pipeline.mark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * Seconds for the Charlson index (Quan's codes) of so many patients with forty diagnoses each, by
 * the night's own texts, which group the diagnoses by seven code lists at once. Writes the patients
 * and their codes as a CSV file for others; prints the sum of all scores to compare with theirs.
 */
final class CharlsonSpeed {
  private static final int CODES_A_PATIENT = 40;
  private static final int ROUNDS = 5;
  private static final Period YEAR = Period.year(2025);
  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

  private CharlsonSpeed() {}

  public static void main(String[] arguments) throws IOException {
    int patients = Integer.parseInt(arguments[0]);
    Path csv = Path.of(arguments[1]);
    write(patients, csv);
    try (SparkSession spark = SpeedSession.started()) {
      Path diagnoses = Files.createTempDirectory("charlson-speed").resolve("diagnosis");
      lay(spark, csv, diagnoses);
      for (int round = 1; round <= ROUNDS; round++) {
        long start = System.nanoTime();
        Row found = scored(spark, diagnoses);
        System.out.printf(
            Locale.ROOT,
            "%-12s %8.2f  scores of %d patients, %d in all%n",
            "round " + round,
            (System.nanoTime() - start) / 1e9,
            found.getLong(0),
            found.getLong(1));
      }
    }
  }

  /** Codes are drawn from all that ICD-10 has room for, with three characters or four. */
  private static void write(int patients, Path csv) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter lines = Files.newBufferedWriter(csv)) {
      lines.write("id,code\n");
      for (int patient = 1; patient <= patients; patient++) {
        for (int code = 0; code < CODES_A_PATIENT; code++) {
          char letter = (char) ('A' + random.nextInt(26));
          String digits =
              random.nextBoolean()
                  ? "%02d".formatted(random.nextInt(100))
                  : "%03d".formatted(random.nextInt(1_000));
          lines.write("%d,%c%s%n".formatted(patient, letter, digits));
        }
      }
    }
  }

  /** As link leaves them: in order of persons. */
  private static void lay(SparkSession spark, Path csv, Path diagnoses) {
    spark
        .read()
        .option("header", true)
        .schema("id bigint, code string")
        .csv(csv.toString())
        .selectExpr(
            "id as person",
            Days.of(DAY) + " as diagnosed_day",
            "code",
            "'inpatient' as source",
            "'secondary' as place")
        .repartitionByRange(4, functions.col("person"))
        .sortWithinPartitions("person")
        .write()
        .parquet(diagnoses.toString());
  }

  private static Row scored(SparkSession spark, Path diagnoses) {
    Definitions definitions = Definitions.load();
    Map<String, Dataset<Row>> linked = new TreeMap<>(LinkedTables.empty(spark).byName());
    linked.put("diagnosis", spark.read().parquet(diagnoses.toString()));
    Coverage coverage = new Coverage(DAY, DAY, DAY, List.of(YEAR), Set.of(), Map.of(), Areas.NONE);
    try (Views views = new Views(spark)) {
      views.add(linked);
      views.add(PeriodTables.of(spark, coverage));
      views.add(ChoiceTables.of(spark, Settings.defaults()));
      views.add(
          CodeTables.of(spark, definitions.codeLists().values(), OccurringCodes.in(linked::get)));
      for (String derived : List.of("conditions_on_several_days", "diagnosed_groups")) {
        views.add(derived, spark.sql(definitions.derived().get(derived)));
      }
      return spark
          .sql(definitions.facts().get("charlson_quan"))
          .selectExpr("count(*)", "cast(sum(charlson_quan) as bigint)")
          .first();
    }
  }
}
