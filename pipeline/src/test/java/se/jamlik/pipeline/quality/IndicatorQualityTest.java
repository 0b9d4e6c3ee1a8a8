package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Lineage;
import se.jamlik.pipeline.vocabulary.Settings.Quality;

class IndicatorQualityTest {
  private final List<Check> checks = new ArrayList<>();
  private final List<Count> counts = new ArrayList<>();

  @Test
  void anIndicatorStandsOnTheTablesThatItsFactsAreMadeFrom() {
    Lineage lineage = new Lineage(SmallTables.DEFINITIONS);
    assertThat(lineage.tablesOf(indicator("EB")))
        .containsExactly("dors", "eb", "rtb_bef", "rtb_flytt");
    assertThat(lineage.tablesOf(indicator("POLY5")))
        .containsExactly("dors", "lmed", "rtb_bef", "rtb_flytt");
    assertThat(lineage.tablesOf(indicator("MM2")))
        .containsExactly(
            "dors", "par_oppenvard", "par_slutenvard", "pv_kontakt", "rtb_bef", "rtb_flytt");
    // Through the combined column has_extensive_social_care.
    assertThat(lineage.tablesOf(indicator("MSA65_SOCIAL")))
        .containsExactly("dors", "lss", "rtb_bef", "rtb_flytt", "sol");
  }

  @Test
  void theWorstLevelOfTheTablesThatItStandsOnIsTold() {
    failing("has_value", "lss", "all", "all");
    failing("on_list", "sol", "all", "all");
    assertThat(of("MSA65_SOCIAL", 2025, "scope")).isEqualTo("warning");
    assertThat(of("POLY5", 2025, "scope")).isEqualTo("passed");
    failing("cancelling_row", "lmed", "2025", "all");
    assertThat(of("POLY5", 2025, "scope")).isEqualTo("note");
  }

  @Test
  void aCheckThatIsToldByYearWeighsOnThatYearAlone() {
    failing("drug_code_form", "lmed", "all", "all");
    assertThat(of("POLY5", 2025, "scope")).isEqualTo("passed");
    failing("drug_code_form", "lmed", "2024", "all");
    assertThat(of("POLY5", 2025, "scope")).isEqualTo("passed");
    assertThat(of("POLY5", 2024, "scope")).isEqualTo("warning");
  }

  @Test
  void fiveYearsOfDiagnosesWeighOnAnIndicatorThatLooksBack() {
    failing("code_form", "par_oppenvard", "2020", "all");
    assertThat(of("MM2", 2025, "scope")).isEqualTo("warning");
    assertThat(of("MM2", 2026, "scope")).isEqualTo("passed");
    assertThat(of("ED80", 2025, "scope")).isEqualTo("passed");
  }

  @Test
  void aMonthOfOneDelivererWeighsOnItAndOnTheScope() {
    failing("empty_months", "eb", "2025-12", "2401");
    assertThat(of("EB", 2025, "2401")).isEqualTo("warning");
    assertThat(of("EB", 2025, "scope")).isEqualTo("warning");
    assertThat(of("EB", 2025, "2480")).isEqualTo("passed");
    assertThat(of("EB", 2026, "2401")).isEqualTo("passed");
  }

  @Test
  void aYearAndThreeYearsThatBeginWithItAreToldApart() {
    failing("empty_months", "eb", "2025-12", "2401");
    IndicatorQuality quality = quality();
    LocalDate first = LocalDate.of(2023, 1, 1);
    assertThat(quality.in(indicator("EB"), first, LocalDate.of(2023, 12, 31), "2401"))
        .isEqualTo("passed");
    assertThat(quality.in(indicator("EB"), first, LocalDate.of(2025, 12, 31), "2401"))
        .isEqualTo("warning");
  }

  private void failing(String name, String table, String period, String municipality) {
    Check check = Drawn.check(name, table);
    if (!checks.contains(check)) {
      checks.add(check);
    }
    counts.add(Count.of(check, period, municipality, 1, 1));
  }

  private String of(String indicator, int year, String municipality) {
    return quality()
        .in(
            indicator(indicator),
            LocalDate.of(year, 1, 1),
            LocalDate.of(year, 12, 31),
            municipality);
  }

  private IndicatorQuality quality() {
    return new IndicatorQuality(
        SmallTables.DEFINITIONS, new Judge(new Quality(0.05, 0.7, 0.9)).results(checks, counts));
  }

  private static IndicatorDefinition indicator(String id) {
    return SmallTables.DEFINITIONS.indicators().stream()
        .filter(indicator -> indicator.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
