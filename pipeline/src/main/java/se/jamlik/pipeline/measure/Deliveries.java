package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * Which values rest on what was not delivered, and the words that say so (inputs.md, measures.md
 * 3).
 */
record Deliveries(Coverage coverage) {
  private static final String SHORT_LOOK_BACK = "look-back shorter than 5 years";

  /** Why an indicator cannot be computed anywhere; empty when it can. */
  List<String> missing(IndicatorDefinition indicator) {
    return indicator.needs().stream()
        .filter(coverage.notDelivered()::contains)
        .sorted()
        .map(table -> table + " not delivered")
        .toList();
  }

  /** Why an indicator cannot be computed in a cell; always empty for the scope. */
  List<String> missing(IndicatorDefinition indicator, Cell cell) {
    return missing(indicator, cell.municipalities(coverage.areas()));
  }

  /**
   * Why an indicator cannot be computed in a cell of these municipalities: an area of several knows
   * as little as the one of them that knows least.
   */
  List<String> missing(IndicatorDefinition indicator, SortedSet<String> municipalities) {
    return indicator.needsOfMunicipality().stream()
        .sorted()
        .flatMap(
            table ->
                municipalities.stream()
                    .filter(silent(table)::contains)
                    .map(municipality -> table + " not delivered by " + municipality))
        .toList();
  }

  /** The municipalities without which the scope's value is computed, in order. */
  SortedSet<String> without(IndicatorDefinition indicator) {
    return indicator.needsOfMunicipality().stream()
        .flatMap(table -> silent(table).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is to be known of a computed value. */
  List<String> reasons(IndicatorDefinition indicator, Cell cell, MeasuredPeriod period) {
    List<String> reasons = new ArrayList<>();
    SortedSet<String> without = without(indicator);
    if (cell.isScope() && !without.isEmpty()) {
      reasons.add("without " + String.join(", ", without));
    }
    if (indicator.looksBack()) {
      reasons.addAll(lookBack(period));
    }
    return reasons;
  }

  /** What is to be known of conditions in a period. */
  List<String> lookBack(MeasuredPeriod period) {
    return period.hasShortLookBack() ? List.of(SHORT_LOOK_BACK) : List.of();
  }

  private Set<String> silent(String table) {
    return coverage.silent().getOrDefault(table, Set.of());
  }
}
