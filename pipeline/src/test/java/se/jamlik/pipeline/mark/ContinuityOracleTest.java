package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;

/**
 * Exact rationals of the published formulas are the oracle; see the README beside the files. Rows
 * of unknown doctors are there too, and are dropped.
 */
@ExtendWith(SparkTest.class)
class ContinuityOracleTest {
  private static final double TOLERANCE = 1e-12;
  private static final Period ALL =
      new Period("all", LocalDate.of(2022, 1, 1), LocalDate.of(2024, 12, 31));

  private final Definitions definitions = Definitions.load();

  @Test
  void everyPatientHasTheIndicesOfTheOracle(SparkSession spark, @TempDir Path folder)
      throws IOException, SQLException {
    Linked linked = visits(spark);
    Map<String, String[]> expected = new TreeMap<>();
    for (String[] patient : lines("expected_patient.csv")) {
      if (Integer.parseInt(patient[1]) >= 2) {
        expected.put(number(patient[0]), patient);
      }
    }

    agree(expected, ofSpark(spark, linked));
    try (DuckDbMark duckDb = new DuckDbMark(linked, definitions, folder)) {
      agree(expected, duckDb.rows("from facts_continuity"));
    }
  }

  private static void agree(Map<String, String[]> expected, List<Map<String, String>> facts) {
    Map<String, Map<String, String>> byPatient = new LinkedHashMap<>();
    facts.forEach(row -> byPatient.put(row.get("person"), row));
    assertThat(byPatient.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach(
        (patient, columns) -> {
          Map<String, String> found = byPatient.get(patient);
          assertThat(found.get("doctor_contacts")).isEqualTo(columns[1]);
          isClose(found.get("continuity_index"), columns[6]);
          isClose(found.get("usual_provider_share"), columns[7]);
          isClose(found.get("sequential_continuity"), columns[8]);
        });
  }

  private static void isClose(String found, String expected) {
    assertThat(Double.parseDouble(found))
        .isCloseTo(Double.parseDouble(expected), within(TOLERANCE));
  }

  private List<Map<String, String>> ofSpark(SparkSession spark, Linked linked) {
    try (Views views = new Views(spark)) {
      views.add(LinkedTables.of(linked).byName());
      views.add(PeriodTables.of(spark, linked.coverage()));
      return Values.rows(spark.sql(definitions.facts().get("continuity")));
    }
  }

  private static Linked visits(SparkSession spark) throws IOException {
    LinkedRows rows = new LinkedRows(spark);
    rows.withResident(0, 80, List.of(ALL));
    for (String[] visit : lines("input_visits.csv")) {
      rows.with(
          "primary_care_contact",
          Long.parseLong(number(visit[0])),
          "k%05d".formatted(Integer.parseInt(visit[2])),
          Days.of(LocalDate.parse(visit[1])),
          "unit",
          "LAKARE",
          "MOTTAGNING",
          visit[3].isEmpty() ? null : visit[3],
          1,
          0);
    }
    LocalDate day = ALL.lastDay();
    return rows.linked(new Coverage(day, day, day, List.of(ALL), Set.of(), Map.of(), Areas.NONE));
  }

  private static String number(String patient) {
    return Integer.toString(Integer.parseInt(patient.substring(1)));
  }

  /** The fields of the lines of a file after its header. */
  private static List<String[]> lines(String file) throws IOException {
    try (InputStream in =
        ContinuityOracleTest.class.getResourceAsStream("/oracles/continuity/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    }
  }
}
