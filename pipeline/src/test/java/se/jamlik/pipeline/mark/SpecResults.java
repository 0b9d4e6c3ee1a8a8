package se.jamlik.pipeline.mark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/** What an engine gives for each indicator, person and period. */
final class SpecResults {
  static final BigDecimal TOLERANCE = new BigDecimal("1e-12");
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

  SpecResults(List<Map<String, String>> results, Map<String, String> persons) {
    for (Map<String, String> row : results) {
      String key = persons.get(row.get("person")) + " " + row.get("period");
      if (rows.put(key, row) != null && persons.containsKey(row.get("person"))) {
        throw new IllegalStateException("There are two rows of " + key);
      }
    }
  }

  /** Three columns an indicator, in SQL that both engines read. */
  static String[] columns(Definitions definitions) {
    List<String> columns = new ArrayList<>(List.of("person", "period"));
    for (IndicatorDefinition indicator : definitions.indicators()) {
      columns.add("(%s) as population_%s".formatted(indicator.population(), indicator.id()));
      columns.add(
          "cast((%s) as double) as numerator_%s".formatted(indicator.numerator(), indicator.id()));
      columns.add(
          "cast((%s) as double) as denominator_%s"
              .formatted(indicator.denominator(), indicator.id()));
    }
    return columns.toArray(String[]::new);
  }

  /** One line for each person and period whose values are not those of the page. */
  List<String> differencesFrom(SpecPage page) {
    return page.expected().stream()
        .filter(expected -> !isMet(page, expected))
        .map(
            expected ->
                "%s: expected %s / %s but was %s"
                    .formatted(
                        page.pseudonym(expected.person()),
                        expected.numerator(),
                        expected.denominator(),
                        found(page, expected)))
        .toList();
  }

  private boolean isMet(SpecPage page, SpecPage.Expected expected) {
    List<String> found = found(page, expected);
    if (found.isEmpty() || !expected.isCounted()) {
      return found.isEmpty() && !expected.isCounted();
    }
    return isEqual(expected.numerator(), found.get(0))
        && isEqual(expected.denominator(), found.get(1));
  }

  /** Numerator and denominator, or nothing when the row is not in the population. */
  private List<String> found(SpecPage page, SpecPage.Expected expected) {
    Map<String, String> row = rows.get(page.pseudonym(expected.person()) + " " + expected.period());
    if (row == null || row.get("population_" + page.id()).equals("0")) {
      return List.of();
    }
    return List.of(row.get("numerator_" + page.id()), row.get("denominator_" + page.id()));
  }

  private static boolean isEqual(String expected, String found) {
    return number(expected).subtract(number(found)).abs().compareTo(TOLERANCE) < 0;
  }

  /** A number or a fraction of a page, with a decimal comma or point. */
  static BigDecimal number(String text) {
    String[] parts = text.replace(',', '.').split("/", 2);
    BigDecimal number = new BigDecimal(parts[0].strip());
    return parts.length == 1
        ? number
        : number.divide(new BigDecimal(parts[1].strip()), MathContext.DECIMAL64);
  }
}
