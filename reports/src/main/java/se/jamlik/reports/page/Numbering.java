package se.jamlik.reports.page;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers figures and tables in the order they are asked for the first time. One report's own; not
 * for several threads.
 */
final class Numbering {

  private final Map<String, Integer> figures = new HashMap<>();
  private final Map<String, Integer> tables = new HashMap<>();
  private final Map<String, String> queries = new LinkedHashMap<>();

  int figure(String name) {
    return number(figures, name);
  }

  int table(String name) {
    return number(tables, name);
  }

  boolean hasFigure(String name) {
    return figures.containsKey(name);
  }

  /** Numbers the query of a table, in the order of the tables. */
  int query(String table, String sql) {
    queries.put(table, sql);
    return List.copyOf(queries.keySet()).indexOf(table) + 1;
  }

  /** The queries by the labels of their tables, in order. */
  Map<String, String> queries() {
    return Collections.unmodifiableMap(queries);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    numbers.put(name, numbers.size() + 1);
    return numbers.size();
  }
}
