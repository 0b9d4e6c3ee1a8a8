package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
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
import se.jamlik.pipeline.vocabulary.Settings;

/** Other choices than the contract's change what is counted; the spec pages hold the contract's. */
@ExtendWith(SparkTest.class)
class ChoicesTest {
  private static final Period YEAR = Period.year(2025);
  private static final List<String> FACTS =
      List.of(
          "person",
          "condition_count",
          "multicare46_count",
          "charlson_se",
          "unplanned_admissions",
          "index_discharges",
          "drugs_in_use");

  private LinkedRows rows;

  @BeforeEach
  void drawThreePersons(SparkSession spark) {
    rows = new LinkedRows(spark);
    for (long person = 1; person <= 3; person++) {
      rows.withResident(person, 80, List.of(YEAR));
    }
    diagnosis(1, "2025-02-01", "I10");
    diagnosis(1, "2025-02-01", "I10");
    diagnosis(1, "2025-02-01", "E11");
    diagnosis(1, "2025-03-01", "E119");
    // One stay: planned on the first clinic, unplanned on the second; a tumour on both.
    inpatientRow(2, "2025-05-01", "2025-05-03", "101", 1);
    inpatientRow(2, "2025-05-03", "2025-05-09", "201", 2);
    // Fluid in the belly belongs to an index of comorbidity and to none of the sixty groups.
    diagnosis(3, "2025-02-01", "R18");
    rows.with("dispensing", 2L, "D01AC01", day("2025-12-01"), 60);
  }

  /** On DuckDB alone: what Spark makes of the defaults, the spec pages say of every indicator. */
  @Test
  void theContractsChoicesAreTheDefault(@TempDir Path folder) throws SQLException {
    assertThat(factsOnDuckDb(Settings.defaults(), linked(), folder))
        .containsExactly("1,2,0,1,0,0,0", "2,0,0,0,0,0,0", "3,0,0,0,0,0,0");
  }

  @Test
  void otherChoicesCountOtherwise(@TempDir Path folder) throws SQLException {
    Settings defaults = Settings.defaults();
    Settings others =
        new Settings(
            defaults.scope(),
            defaults.quality(),
            defaults.protect(),
            List.of("multicare46"),
            new Settings.Choices(2, Settings.StayRow.LAST, 90, List.of(), List.of("Z51")),
            defaults.costs(),
            SmallSettings.DEFAULTS.buckets());

    assertThat(facts(others, folder))
        .containsExactly("1,1,1,1,0,0,0", "2,0,0,0,1,1,1", "3,0,0,0,0,0,0");
  }

  /** What Spark finds, when DuckDB finds the same. */
  private List<String> facts(Settings settings, Path folder) throws SQLException {
    Linked linked = linked();
    Marked marked = Mark.mark(linked, Definitions.load(), settings, folder.toString());
    List<String> found =
        Values.rows(
                marked.personPeriods().selectExpr(FACTS.toArray(String[]::new)).orderBy("person"))
            .stream()
            .map(row -> String.join(",", row.values()))
            .toList();
    assertThat(factsOnDuckDb(settings, linked, folder)).isEqualTo(found);
    return found;
  }

  private static List<String> factsOnDuckDb(Settings settings, Linked linked, Path folder)
      throws SQLException {
    try (DuckDbMark duckDb = new DuckDbMark(linked, Definitions.load(), settings, folder)) {
      return duckDb
          .rows("select %s from marked order by person".formatted(String.join(", ", FACTS)))
          .stream()
          .map(row -> String.join(",", row.values()))
          .toList();
    }
  }

  private Linked linked() {
    LocalDate today = LocalDate.of(2026, 11, 22);
    return rows.linked(
        new Coverage(today, today, LocalDate.EPOCH, List.of(YEAR), Set.of(), Map.of(), Areas.NONE));
  }

  private void diagnosis(long person, String on, String code) {
    rows.with("diagnosis", person, day(on), code, "outpatient", "main");
  }

  private void inpatientRow(long person, String from, String to, String clinic, int kind) {
    rows.with(
        "inpatient_row", person, day(from), day(to), "64001", clinic, "101", "C509", null, 3, kind);
  }

  private static int day(String date) {
    return Days.of(LocalDate.parse(date));
  }
}
