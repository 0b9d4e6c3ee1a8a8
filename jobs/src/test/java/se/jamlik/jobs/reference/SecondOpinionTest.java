package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final RandomPersons DRAWN = RandomPersons.of(5, 200, AS_OF);
  private static final Reference REFERENCE = Reference.of(DRAWN.tables(), AS_OF);

  /** Its tables, as far as somebody has asked for them: each takes seconds. */
  private static final Map<String, List<Map<String, @Nullable Object>>> ROWS = new HashMap<>();

  @Test
  void nightThatFollowsTheContractAgreesInEveryTable() throws Exception {
    assertThat(new SecondOpinion(REFERENCE, Set.of()).on(table -> rows(REFERENCE, table)))
        .isEmpty();
  }

  @Test
  void nightOfAnotherDayIsFoundOutAndTheListIsShort() throws Exception {
    Reference other = Reference.of(DRAWN.tables(), AS_OF.minusYears(1));

    assertThat(new SecondOpinion(REFERENCE, Set.of()).on(table -> rows(other, table)))
        .filteredOn(difference -> difference.startsWith("indicator_value"))
        .hasSize(41)
        .last()
        .asString()
        .matches("indicator_value: and [0-9]+ more");
  }

  @Test
  void indicatorThatIsMissingOrNoLongerMissingIsNamed() throws Exception {
    assertThat(new SecondOpinion(REFERENCE, Set.of()).on(table -> withoutPairs(table)).get(0))
        .startsWith("indicators expected [ADHD10_17,")
        .contains("MM2");
    assertThat(new SecondOpinion(REFERENCE, Set.of("MM2")).on(table -> withoutPairs(table)))
        .isEmpty();
    assertThat(new SecondOpinion(REFERENCE, Set.of("MM2")).on(table -> rows(REFERENCE, table)))
        .isNotEmpty();
  }

  private static List<Map<String, @Nullable Object>> withoutPairs(String table) {
    return rows(REFERENCE, table).stream()
        .filter(row -> !"MM2".equals(row.get("indicator")))
        .toList();
  }

  /** The closed limits stand in the rows of a night; the others are left out here. */
  private static List<Map<String, @Nullable Object>> equity(Reference reference) {
    Map<List<String>, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
    Difference.rows(reference.equity().rows())
        .forEach(row -> rows.put(SecondOpinion.equityKey(row), row));
    Difference.rows(reference.equity().limits())
        .forEach(row -> rows.getOrDefault(SecondOpinion.equityKey(row), Map.of()).putAll(row));
    return List.copyOf(rows.values());
  }

  private static List<Map<String, @Nullable Object>> rows(Reference reference, String table) {
    return reference == REFERENCE
        ? ROWS.computeIfAbsent(table, name -> computed(REFERENCE, name))
        : computed(reference, table);
  }

  private static List<Map<String, @Nullable Object>> computed(Reference reference, String table) {
    if (table.equals("equity")) {
      return equity(reference);
    }
    return Difference.rows(
        switch (table) {
          case "indicator_value" -> reference.indicatorValues();
          case "pooled_value" -> reference.pooledValues();
          case "signal" -> reference.signals();
          case "condition_count" -> reference.conditionCounts();
          case "condition_prevalence" -> reference.conditionPrevalences();
          case "condition_pair" -> reference.conditionPairs();
          case "population" -> reference.populations();
          case "condition_triad" -> reference.multimorbidity().triads();
          case "condition_overlap" -> reference.multimorbidity().overlaps();
          case "multimorbidity_onset" -> reference.onsets();
          case "cost_concentration" -> reference.cohorts().concentrations();
          case "cohort_flow" -> reference.cohorts().flows();
          case "link_rate" -> reference.linkRates();
          default -> reference.deliveries();
        });
  }
}
