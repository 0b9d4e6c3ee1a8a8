package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceConditionsTest {
  private final ReferenceConditions conditions = new ReferenceConditions();

  @Test
  void charlsonIsThatOfTheAuthorsOwnProgram() {
    Map<String, Set<String>> codes = new HashMap<>();
    for (Map<String, String> row : Vectors.named("charlson_patient_codes.csv")) {
      String code = row.get("code").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
      // C59 is no code of ICD-10; the authors' two programs differ in it alone, and the list has
      // it.
      codes
          .computeIfAbsent(row.get("id"), person -> new HashSet<>())
          .add(code.startsWith("C59") ? "" : code);
    }
    for (Map<String, String> wanted : Vectors.named("charlson_expected_2025-12.csv")) {
      assertThat(conditions.charlsonIndex(codes.get(wanted.get("id"))))
          .as(wanted.get("id"))
          .isEqualTo(Integer.parseInt(wanted.get("CCIw")));
    }
  }

  @Test
  void ascitesCountsOnlyTogetherWithMildLiverDisease() {
    assertThat(conditions.charlsonIndex(List.of("R18"))).isZero();
    assertThat(conditions.charlsonGroups(List.of("R189", "K703"))).containsExactly("mod_sev_liver");
  }

  @Test
  void longestPrefixDecidesWhichConditionACodeIs() {
    // J45 is asthma, and J450 is allergy.
    assertThat(conditions.conditions(List.of("J450", "J459"))).hasSize(2);
    assertThat(conditions.conditions(List.of("J459", "J45"))).hasSize(1);
  }

  @Test
  void prefixOfTwoGroupsGivesBoth() {
    // I130 is heart failure and chronic kidney disease.
    assertThat(conditions.conditions(List.of("I130"))).hasSize(2);
  }

  @Test
  void chaptersOfInjuryCausesAndContactsDoNotCount() {
    assertThat(ReferenceConditions.spanThreeChapters(List.of("I109", "J459", "W190", "Z514")))
        .isFalse();
    assertThat(ReferenceConditions.spanThreeChapters(List.of("D500", "D490", "H590", "H600")))
        .isTrue();
    assertThat(ReferenceConditions.spanThreeChapters(List.of("D500", "D899", "H600", "H950")))
        .isFalse();
  }

  @Test
  void cancerPalliationAndObstetricsAreNoIndexOfReadmission() {
    assertThat(List.of("C509", "C979", "Z515", "O800"))
        .allMatch(ReferenceConditions::isExcludedFromReadmission);
    assertThat(List.of("C98", "D059", "Z500", "C5", "NONSENSE"))
        .noneMatch(ReferenceConditions::isExcludedFromReadmission);
    assertThat(ReferenceConditions.isExcludedFromReadmission(null)).isFalse();
  }
}
