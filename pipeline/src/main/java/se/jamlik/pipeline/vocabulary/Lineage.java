package se.jamlik.pipeline.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which delivered tables an indicator stands on: those that the facts are made from whose columns
 * its expressions name, and those that say who lives where.
 */
public final class Lineage {
  /** Everybody is counted, and their spells ended, by these. */
  private static final List<String> POPULATION = List.of("rtb_bef", "rtb_flytt", "dors");

  /** Tables after link that are made from others than the one that becomes theirs. */
  private static final Map<String, List<String>> LINKED =
      Map.of(
          "diagnosis", List.of("par_slutenvard", "par_oppenvard", "pv_kontakt"),
          "dispensing", List.of("lmed"));

  private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern SOURCE = Pattern.compile("\\b(?:from|join)\\s+([a-z_][a-z0-9_]*)");
  private static final Pattern NAMED = Pattern.compile("\\bas\\s+([a-z_][a-z0-9_]*)");

  private final Definitions definitions;

  /** Contract names by the column of a fact. */
  private final Map<String, Set<String>> byFact = new HashMap<>();

  public Lineage(Definitions definitions) {
    this.definitions = definitions;
    definitions
        .facts()
        .values()
        .forEach(
            sql -> {
              Set<String> tables = tablesIn(sql, new HashSet<>());
              found(NAMED, withoutComments(sql))
                  .forEach(
                      column ->
                          byFact.computeIfAbsent(column, any -> new HashSet<>()).addAll(tables));
            });
  }

  /** The contract's names of the tables that the indicator stands on. */
  public SortedSet<String> tablesOf(IndicatorDefinition indicator) {
    SortedSet<String> tables = new TreeSet<>(POPULATION);
    Stream.of(indicator.population(), indicator.numerator(), indicator.denominator())
        .forEach(expression -> tables.addAll(tablesOf(expression, new HashSet<>())));
    return tables;
  }

  private Set<String> tablesOf(String expression, Set<String> followed) {
    Set<String> tables = new HashSet<>();
    for (String word : found(WORD, withoutComments(expression))) {
      tables.addAll(byFact.getOrDefault(word, Set.of()));
      String combined = definitions.combined().get(word);
      if (combined != null && followed.add(word)) {
        tables.addAll(tablesOf(combined, followed));
      }
    }
    return tables;
  }

  private Set<String> tablesIn(String sql, Set<String> followed) {
    Set<String> tables = new HashSet<>();
    for (String source : found(SOURCE, withoutComments(sql))) {
      String derived = definitions.derived().get(source);
      if (derived != null && followed.add(source)) {
        tables.addAll(tablesIn(derived, followed));
      }
      tables.addAll(LINKED.getOrDefault(source, List.of()));
      definitions.tables().stream()
          .filter(table -> table.becomes().equals(source))
          .map(TableDefinition::table)
          .forEach(tables::add);
    }
    return tables;
  }

  private static Collection<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(Collectors.toSet());
  }

  private static String withoutComments(String sql) {
    Matcher comments = Pattern.compile("--[^\n]*").matcher(sql);
    return comments.replaceAll(" ");
  }
}
