package se.jamlik.pipeline.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.SmallRegion;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Settings;

/** What is made of several years: trends, and rare events over three of them. */
@ExtendWith(SparkTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectedYearsTest {
  private static final ProtectionRules RULES = Settings.defaults().protect();

  private final Measured years;

  ProtectedYearsTest(SparkSession spark) {
    this.years =
        Measure.measured(
            people().rows(spark),
            SmallRegion.coverage("2022", "2023", "2024"),
            SmallRegion.rules());
  }

  @Test
  void signalsAreMadeOfWhatIsShown() {
    Protected shown = Protect.shown(years, List.of(), List.of(), RULES);

    assertThat(AuditedRow.of(shown.table("signal")))
        .anyMatch(row -> row.isShown() && row.word("kind").equals("trend"))
        .anyMatch(row -> row.word("reason").equals("denominator under 20 (2401)"))
        .filteredOn(row -> !row.isShown())
        .allMatch(row -> row.hasAnyOf("reason"))
        .noneMatch(row -> row.hasAnyOf("value", "reference", "low_95", "high_998", "verdict"));
    assertThat(shown.table("suppression").rows())
        .filteredOn(row -> row.getString(0).equals("signal"))
        .anyMatch(row -> row.getLong(5) > 0)
        .allMatch(row -> row.getLong(4) == 0);
  }

  @Test
  void auditRefusesSignalsOfExactNumbers() {
    Protected safe = Protect.shown(years, List.of(), List.of(), RULES);
    List<ReleaseTable> tables = new ArrayList<>(safe.tables());
    tables.removeIf(table -> table.name().equals("signal"));
    tables.add(
        years.tables().stream()
            .filter(table -> table.name().equals("signal"))
            .findFirst()
            .orElseThrow());

    assertThatThrownBy(() -> Audit.audit(new Protected(tables, safe.evidence())))
        .hasMessageContaining("found 2 problems")
        .hasMessageFindingMatch("signal: \\d+ rows rest on a hidden value")
        .hasMessageFindingMatch("signal: \\d+ rows hold another number than the shown values give");
  }

  @Test
  void pooledYearsAreProtectedAsTheSingleOnes() {

    Protected shown = Protect.shown(years, List.of(), List.of(), RULES);

    Audit.audit(shown);
    assertThat(AuditedRow.of(shown.table("pooled_value")))
        .hasSameSizeAs(
            years.tables().stream()
                .filter(table -> table.name().equals("pooled_value"))
                .findFirst()
                .orElseThrow()
                .rows())
        .anyMatch(AuditedRow::isShown)
        .anyMatch(row -> row.word("status").equals("suppressed"))
        .filteredOn(row -> !row.isShown())
        .noneMatch(row -> row.hasAnyOf("numerator", "denominator", "value", "ci_low", "ci_high"));
    assertThat(shown.table("suppression").rows())
        .anyMatch(row -> row.getString(0).equals("pooled_value") && row.getLong(4) > 0);
  }

  @Test
  void auditRefusesPooledYearsOfExactNumbers() {
    Protected safe = Protect.shown(years, List.of(), List.of(), RULES);
    List<ReleaseTable> tables = new ArrayList<>(safe.tables());
    tables.removeIf(table -> table.name().equals("pooled_value"));
    years.tables().stream()
        .filter(table -> table.name().equals("pooled_value"))
        .forEach(tables::add);

    assertThatThrownBy(() -> Audit.audit(new Protected(tables, safe.evidence())))
        .hasMessageContaining("found 2 problems")
        .hasMessageFindingMatch("pooled_value: \\d+ rows hold a small count")
        .hasMessageFindingMatch("pooled_value: \\d+ rows hold another number than the cell key");
  }

  /**
   * The same people of all ages in three years, of whom a few are ill; a fifth in a small place.
   */
  private static SmallRegion people() {
    SmallRegion people = new SmallRegion();
    for (int year = 2022; year <= 2024; year++) {
      for (int person = 0; person < 150; person++) {
        Person one =
            Person.of(person)
                .aged(person * 7 % 100 + year - 2022)
                .in(person % 5 == 0 ? "2401" : "2480")
                .withConditions(person % 4);
        people.add(
            String.valueOf(year),
            person % 2 == 0 ? one : one.men(),
            person % 9 != 0,
            person % 11 != 0,
            person % 3,
            person % 13 / 12.0);
      }
    }
    return people;
  }
}
