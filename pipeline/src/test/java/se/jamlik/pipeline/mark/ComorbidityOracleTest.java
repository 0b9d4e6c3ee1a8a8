package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * Indices of comorbidity and frailty agree on every patient with the authors' own programs, or with
 * the packages that stand in for them; see the READMEs beside the files.
 */
@ExtendWith(SparkTest.class)
class ComorbidityOracleTest {
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
  private static final Definitions DEFINITIONS = Definitions.load();

  private static Map<String, List<Map<String, String>>> bySpark;
  private static Map<String, List<Map<String, String>>> byDuckDb;

  /** A score of a file of facts, and the column of a file that it must agree with. */
  enum Score {
    CHARLSON_SE("charlson", "charlson_se", "charlson/expected_scores.csv", "P", 0),
    CHARLSON_QUAN("charlson_quan", "charlson_quan", "charlson/expected_quan_scores.csv", "P", 1),
    CHARLSON_QUAN_2011(
        "charlson_quan", "charlson_quan_2011", "charlson/expected_quan_scores.csv", "P", 2),
    VAN_WALRAVEN("elixhauser", "elixhauser", "elixhauser/expected_scores.csv", "E", 1),
    SWISS("elixhauser", "elixhauser_swiss", "elixhauser/expected_scores.csv", "E", 2),
    HFRS("hfrs", "hfrs", "hfrs/expected_scores.csv", "H", 1);

    private final String facts;
    private final String column;
    private final String file;
    private final String oracle;
    private final int place;

    Score(String facts, String column, String file, String oracle, int place) {
      this.facts = facts;
      this.column = column;
      this.file = file;
      this.oracle = oracle;
      this.place = place;
    }

    /** Expected values by patient; the Swedish one is the last column, HFRS is in tenths. */
    private Map<String, BigDecimal> expected() throws IOException {
      Map<String, BigDecimal> expected = new TreeMap<>();
      for (String line : lines(file)) {
        String[] fields = line.replace("\"", "").split(",", -1);
        String value = fields[place == 0 ? fields.length - 1 : place];
        expected.put(fields[0], new BigDecimal(value).movePointLeft(this == HFRS ? 1 : 0));
      }
      return expected;
    }

    /** What an engine gives, 0 for patients whom the facts have no row of. */
    private Map<String, BigDecimal> found(Set<String> patients, List<Map<String, String>> rows) {
      Map<String, BigDecimal> found = new TreeMap<>();
      patients.forEach(patient -> found.put(patient, BigDecimal.ZERO));
      for (Map<String, String> row : rows) {
        String patient = patient(Long.parseLong(row.get("person")));
        if (patient.startsWith(oracle)) {
          found.put(patient, new BigDecimal(row.get(column)));
        }
      }
      return found;
    }
  }

  @BeforeAll
  static void scoreAllPatients(SparkSession spark, @TempDir Path folder)
      throws IOException, SQLException {
    Linked linked = patients(spark);
    bySpark = ofSpark(spark, linked);
    byDuckDb = new LinkedHashMap<>();
    try (DuckDbMark duckDb = new DuckDbMark(linked, DEFINITIONS, folder)) {
      for (String facts : bySpark.keySet()) {
        byDuckDb.put(facts, duckDb.rows("from facts_" + facts));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPatientGetsTheScoreOfTheOracle(Score score) throws IOException {
    Map<String, BigDecimal> expected = score.expected();
    assertThat(score.found(expected.keySet(), bySpark.get(score.facts)))
        .as("Spark")
        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .usingRecursiveComparison()
        .isEqualTo(expected);
    assertThat(score.found(expected.keySet(), byDuckDb.get(score.facts)))
        .as("DuckDB")
        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .usingRecursiveComparison()
        .isEqualTo(expected);
  }

  @Test
  void everyCodeBelongsToTheGroupsThatTheSwedishAuthorsSay() throws IOException {
    assertThat(groupsOfAllCodes("charlson_se", AUTHORS_NAMES::get))
        .containsExactlyElementsOf(new TreeSet<>(lines("charlson/expected_groups.csv")));
  }

  @Test
  void everyCodeBelongsToTheGroupsOfQuan() throws IOException {
    assertThat(groupsOfAllCodes("charlson_quan", Function.identity()))
        .containsExactlyElementsOf(new TreeSet<>(lines("charlson/expected_quan_groups.csv")));
    assertThat(groupsOfAllCodes("elixhauser", Function.identity()))
        .containsExactlyElementsOf(new TreeSet<>(lines("elixhauser/expected_groups.csv")));
  }

  @Test
  void twoSetsOfWeightsHaveTheSameCodes() {
    assertThat(codes("charlson_quan_2011")).isEqualTo(codes("charlson_quan"));
    assertThat(codes("elixhauser_swiss")).isEqualTo(codes("elixhauser"));
  }

  private static List<List<String>> codes(String list) {
    return DEFINITIONS.codeList(list).codes().stream()
        .map(code -> List.of(code.group(), code.prefix()))
        .toList();
  }

  private static Set<String> groupsOfAllCodes(String list, Function<String, String> name) {
    CodeList codeList = DEFINITIONS.codeList(list);
    CodeMatching matching = CodeMatching.with(codeList);
    Set<String> found = new TreeSet<>();
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      for (int number = 0; number < 1_000; number++) {
        add(found, "%s%03d".formatted(letter, number), matching, name);
        if (number < 100) {
          add(found, "%s%02d".formatted(letter, number), matching, name);
        }
      }
    }
    return found;
  }

  private static void add(
      Set<String> found, String code, CodeMatching matching, Function<String, String> name) {
    matching.groupsOf(code).forEach(group -> found.add(code + "," + name.apply(group)));
  }

  private static Map<String, List<Map<String, String>>> ofSpark(SparkSession spark, Linked linked) {
    LinkedTables tables = LinkedTables.of(linked);
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    try (Views views = new Views(spark)) {
      views.add(tables.byName());
      views.add(PeriodTables.of(spark, linked.coverage()));
      views.add(ChoiceTables.of(spark, Settings.defaults()));
      views.add(
          CodeTables.of(spark, DEFINITIONS.codeLists().values(), OccurringCodes.in(tables::table)));
      for (String derived : List.of("conditions_on_several_days", "diagnosed_groups")) {
        views.add(derived, spark.sql(DEFINITIONS.derived().get(derived)));
      }
      for (String facts : List.of("charlson", "charlson_quan", "elixhauser", "hfrs")) {
        rows.put(facts, Values.rows(spark.sql(DEFINITIONS.facts().get(facts))));
      }
    }
    return rows;
  }

  private static Linked patients(SparkSession spark) throws IOException {
    LinkedRows rows = new LinkedRows(spark);
    rows.withResident(0, 80, List.of(YEAR));
    for (String oracle : List.of("charlson", "elixhauser", "hfrs")) {
      for (String line : lines(oracle + "/patient_codes.csv")) {
        String[] fields = line.split(",", 4);
        String typed = fields[3].toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String code = typed.substring(0, Math.min(typed.length(), LONGEST_CODE));
        rows.with("diagnosis", person(fields[0]), Days.of(DAY), code, "inpatient", "secondary");
      }
    }
    return rows.linked(new Coverage(DAY, DAY, DAY, List.of(YEAR), Set.of(), Map.of(), Areas.NONE));
  }

  /** The oracles' patients are a letter and five digits. */
  private static long person(String patient) {
    return patient.charAt(0) * 100_000L + Long.parseLong(patient.substring(1));
  }

  private static String patient(long person) {
    return "%s%05d".formatted((char) (person / 100_000), person % 100_000);
  }

  /** The lines of a file after its header. */
  private static List<String> lines(String file) throws IOException {
    try (InputStream in = ComorbidityOracleTest.class.getResourceAsStream("/" + file)) {
      List<String> lines =
          new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
      lines.remove(0);
      return lines;
    }
  }
}
