package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;

/** The authors' own program of December 2025 is the oracle; see the README beside the files. */
@ExtendWith(SparkTest.class)
class CharlsonOracleTest {
  private static final Map<String, String> AUTHORS_NAMES =
      Map.ofEntries(
          Map.entry("mi", "Myocardial_infarction"),
          Map.entry("chf", "Congestive_heart_failure"),
          Map.entry("pvd", "Peripheral_vascular_disease"),
          Map.entry("cevd", "Cerebrovascular_disease"),
          Map.entry("copd", "Chronic_obstructive_pulmonary_disease"),
          Map.entry("other_pulm", "Chronic_other_pulmonary_disease"),
          Map.entry("rheumd", "Rheumatic_disease"),
          Map.entry("dementia", "Dementia"),
          Map.entry("hemiplegia", "Hemiplegia"),
          Map.entry("diab", "Diabetes_without_chronic_complication"),
          Map.entry("diab_compl", "Diabetes_with_chronic_complication"),
          Map.entry("renal", "Renal_disease"),
          Map.entry("mild_liver", "Mild_liver_disease"),
          Map.entry("liver_special_ascites", "Liver_special"),
          Map.entry("mod_sev_liver", "Severe_liver_disease"),
          Map.entry("peptic_ulcer", "Peptic_ulcer_disease"),
          Map.entry("malignancy", "Malignancy"),
          Map.entry("metastatic", "Metastatic_solid_tumor"),
          Map.entry("aids_hiv", "Aids"));

  /** The oracle's longer codes are none of the input contract's; no prefix is longer either. */
  private static final int LONGEST_CODE = 6;

  private static final Period YEAR = Period.year(2025);
  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

  private final Definitions definitions = Definitions.load();

  @Test
  void everyCodeBelongsToTheGroupsThatTheAuthorsSay() throws IOException {
    CodeList list = definitions.codeList("charlson_se");
    CodeMatching matching = CodeMatching.with(list);
    Set<String> expected = new TreeSet<>(lines("expected_groups.csv"));

    Set<String> found = new TreeSet<>();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      for (int number = 0; number < 1_000; number++) {
        String code = "%s%03d".formatted(letter, number);
        matching.groupsOf(code).forEach(group -> found.add(code + "," + AUTHORS_NAMES.get(group)));
        if (number < 100) {
          String category = "%s%02d".formatted(letter, number);
          matching
              .groupsOf(category)
              .forEach(group -> found.add(category + "," + AUTHORS_NAMES.get(group)));
        }
      }
    }

    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void everyPatientGetsTheScoreOfTheAuthors(SparkSession spark, @TempDir Path folder)
      throws IOException, SQLException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : lines("expected_scores.csv")) {
      expected.put(line.substring(1, 6), line.substring(line.lastIndexOf(',') + 1));
    }
    Linked linked = patients(spark);

    assertThat(scores(expected, ofSpark(spark, linked))).isEqualTo(expected);
    try (DuckDbMark duckDb = new DuckDbMark(linked, definitions, folder)) {
      assertThat(scores(expected, duckDb.rows("from facts_charlson"))).isEqualTo(expected);
    }
  }

  private List<Map<String, String>> ofSpark(SparkSession spark, Linked linked) {
    LinkedTables tables = LinkedTables.of(linked);
    try (Views views = new Views(spark)) {
      views.add(tables.byName());
      views.add(PeriodTables.of(spark, linked.coverage()));
      views.add(ChoiceTables.of(spark, Settings.defaults()));
      views.add(CodeTables.of(spark, definitions.codeLists().values(), CodeTables.codesIn(tables)));
      views.add("diagnosed_groups", spark.sql(definitions.derived().get("diagnosed_groups")));
      return Values.rows(spark.sql(definitions.facts().get("charlson")));
    }
  }

  /** Scores by patient, 0 for those whom the facts have no row of. */
  private static Map<String, String> scores(
      Map<String, String> patients, List<Map<String, String>> facts) {
    Map<String, String> scores = new TreeMap<>();
    patients.keySet().forEach(patient -> scores.put(patient, "0"));
    facts.forEach(
        row ->
            scores.put(
                "%05d".formatted(Integer.parseInt(row.get("person"))), row.get("charlson_se")));
    return scores;
  }

  private Linked patients(SparkSession spark) throws IOException {
    LinkedRows rows = new LinkedRows(spark);
    rows.withResident(0, 80, List.of(YEAR));
    for (String line : lines("patient_codes.csv")) {
      String[] fields = line.split(",", 4);
      String typed = fields[3].toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
      String code = typed.substring(0, Math.min(typed.length(), LONGEST_CODE));
      long person = Long.parseLong(fields[0].substring(1));
      rows.with("diagnosis", person, Days.of(DAY), code, "inpatient", "secondary");
    }
    return rows.linked(new Coverage(DAY, DAY, DAY, List.of(YEAR), Set.of(), Map.of(), Map.of()));
  }

  /** The lines of a file after its header. */
  private static List<String> lines(String file) throws IOException {
    try (InputStream in = CharlsonOracleTest.class.getResourceAsStream("/charlson/" + file)) {
      List<String> lines =
          new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      lines.remove(0);
      return lines;
    }
  }
}
