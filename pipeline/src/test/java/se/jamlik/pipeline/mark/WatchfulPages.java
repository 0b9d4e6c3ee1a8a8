package se.jamlik.pipeline.mark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells on DuckDB whether changed definitions still give what the pages expect. Only what a change
 * reaches is computed anew, so that many can be tried.
 */
final class WatchfulPages {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final DuckDbMark duckDb;
  private final DefinitionTexts unchanged;
  private final List<String> indicators;
  private final Map<String, Map<String, String>> columnsOfFacts = new TreeMap<>();

  WatchfulPages(SpecNight night, DefinitionTexts unchanged) throws SQLException {
    this.duckDb = night.duckDb();
    this.unchanged = unchanged;
    this.indicators = night.pages().stream().map(SpecPage::id).toList();
    // The tables are small: a second thread would only wait.
    duckDb.execute("set threads = 1");
    duckDb.execute(
        """
        create or replace temp table expected (
          id text, person bigint, period text, is_counted boolean,
          expected_numerator double, expected_denominator double
        )
        """);
    duckDb.execute("insert into expected values " + String.join(", ", expected(night)));
    for (String place : unchanged.placesIn(DefinitionTexts.FACTS)) {
      String table = DuckDbMark.FACTS + DefinitionTexts.name(place);
      columnsOfFacts.put(table, duckDb.filledColumns(table));
    }
  }

  private static List<String> expected(SpecNight night) {
    Map<String, String> keys = new TreeMap<>();
    night.persons().forEach((key, pseudonym) -> keys.put(pseudonym, key));
    List<String> rows = new ArrayList<>();
    for (SpecPage page : night.pages()) {
      for (SpecPage.Expected expected : page.expected()) {
        rows.add(
            "('%s', %s, '%s', %s, %s, %s)"
                .formatted(
                    page.id(),
                    keys.get(page.pseudonym(expected.person())),
                    expected.period(),
                    expected.isCounted(),
                    expected.isCounted() ? SpecResults.number(expected.numerator()) : "null",
                    expected.isCounted() ? SpecResults.number(expected.denominator()) : "null"));
      }
    }
    return rows;
  }

  /** Whether every page finds what it expects of the definitions as they are. */
  boolean areMet() throws SQLException {
    return areMet(indicators, unchanged, new Reached(Map.of(), List.of(), Map.of()));
  }

  /** Whether some page finds something else than it expects, or the SQL cannot be run at all. */
  boolean notice(Mutant mutant) {
    DefinitionTexts texts = unchanged.with(mutant);
    Reached reached = reachedBy(texts);
    Set<String> columns = new TreeSet<>(columns(reached.facts()).keySet());
    columns.addAll(reached.combined().keySet());
    List<String> ofIndicators =
        indicators.stream()
            .filter(id -> texts.placesOf(id).stream().anyMatch(isReached(texts, columns)))
            .toList();
    try {
      return !areMet(ofIndicators, texts, reached);
    } catch (SQLException e) {
      return true;
    }
  }

  /**
   * What a change reaches.
   *
   * @param tables to compute anew: texts by name, each after those that it reads
   * @param facts the tables that hold facts
   * @param combined columns over facts: texts by name
   */
  private record Reached(
      Map<String, String> tables, List<String> facts, Map<String, String> combined) {}

  private Reached reachedBy(DefinitionTexts texts) {
    Map<String, String> tables = new LinkedHashMap<>();
    for (String place : texts.placesIn(DefinitionTexts.DERIVED)) {
      if (isReached(texts, tables.keySet()).test(place)) {
        tables.put(DefinitionTexts.name(place), texts.text(place));
      }
    }
    List<String> facts = new ArrayList<>();
    for (String place : texts.placesIn(DefinitionTexts.FACTS)) {
      if (isReached(texts, tables.keySet()).test(place)) {
        facts.add(DuckDbMark.FACTS + DefinitionTexts.name(place));
        tables.put(DuckDbMark.FACTS + DefinitionTexts.name(place), texts.text(place));
      }
    }
    Map<String, String> combined = new LinkedHashMap<>();
    texts.placesIn(DefinitionTexts.COMBINED).stream()
        .filter(isReached(texts, columns(facts).keySet()))
        .forEach(place -> combined.put(DefinitionTexts.name(place), texts.text(place)));
    return new Reached(tables, facts, combined);
  }

  /** Whether the text of a place is changed or names something that is. */
  private Predicate<String> isReached(DefinitionTexts texts, Set<String> changedNames) {
    return place ->
        !texts.text(place).equals(unchanged.text(place))
            || WORD.matcher(texts.text(place))
                .results()
                .map(MatchResult::group)
                .anyMatch(changedNames::contains);
  }

  private Map<String, String> columns(List<String> facts) {
    Map<String, String> columns = new LinkedHashMap<>();
    facts.forEach(table -> columns.putAll(columnsOfFacts.getOrDefault(table, Map.of())));
    return columns;
  }

  /** Each page must find what it expects, in one row for each person and period. */
  private boolean areMet(List<String> ofIndicators, DefinitionTexts texts, Reached reached)
      throws SQLException {
    String ids =
        ofIndicators.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "(", ")"));
    return ofIndicators.isEmpty()
        || duckDb
            .rows(
                """
                with %1$s
                changed_facts as (
                  select marked.* %2$s from marked %3$s
                ),
                changed as (
                  select changed_facts.* %4$s from changed_facts cross join cost
                )
                select
                  count(*) = (select count(*) from expected where id in %5$s)
                    and bool_and(coalesce(%6$s, false)) as is_met
                from expected
                left join changed using (person, period)
                where id in %5$s
                """
                    .formatted(
                        computing(reached.tables()),
                        replacing(columns(reached.facts())),
                        joining(reached.facts()),
                        replacing(reached.combined()),
                        ids,
                        isMet(ofIndicators, texts)))
            .get(0)
            .containsValue("1");
  }

  private static String computing(Map<String, String> tables) {
    return tables.entrySet().stream()
        .map(table -> "%s as materialized (%n%s%n),".formatted(table.getKey(), table.getValue()))
        .collect(Collectors.joining());
  }

  private static String joining(List<String> facts) {
    return facts.stream()
        .map("left join %s using (person, period)"::formatted)
        .collect(Collectors.joining(" "));
  }

  private static String replacing(Map<String, String> columns) {
    return columns.isEmpty()
        ? ""
        : columns.entrySet().stream()
            .map(column -> "(%s) as %s".formatted(column.getValue(), column.getKey()))
            .collect(Collectors.joining(", ", "replace (", ")"));
  }

  private static String isMet(List<String> ofIndicators, DefinitionTexts texts) {
    StringBuilder cases = new StringBuilder("case id");
    for (String indicator : ofIndicators) {
      List<String> places = texts.placesOf(indicator);
      cases.append(
          """

          when '%1$s' then
            case
              when is_counted then coalesce((%2$s), false)
                and abs(cast((%3$s) as double) - expected_numerator) < %5$s
                and abs(cast((%4$s) as double) - expected_denominator) < %5$s
              else age is null or not coalesce((%2$s), false)
            end\
          """
              .formatted(
                  indicator,
                  texts.text(places.get(0)),
                  texts.text(places.get(1)),
                  texts.text(places.get(2)),
                  SpecResults.TOLERANCE));
    }
    return cases.append(" end").toString();
  }
}
