package se.jamlik.pipeline.link;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import se.jamlik.pipeline.kept.KeptText;
import se.jamlik.pipeline.kept.Origin;

/**
 * What is counted of each conformed table for itself, and kept until a row of the table changes.
 * The tables that have changed are counted together, in one pass.
 *
 * @param place where the text of a table is kept
 */
record KeptByTable(Function<String, KeptText> place) {
  /**
   * The text of each table; none for those whose text is not there when nothing is to be made.
   *
   * @param origins of every table
   * @param counted the texts of some of them
   */
  Map<String, String> of(
      Map<String, Origin> origins, Function<Set<String>, Map<String, String>> counted) {
    Map<String, KeptText> texts = new TreeMap<>();
    origins.keySet().forEach(table -> texts.put(table, place.apply(table)));
    Set<String> missing = new TreeSet<>();
    texts.forEach(
        (table, kept) -> {
          if (!kept.isThere(origins.getOrDefault(table, Origin.NOTHING))) {
            missing.add(table);
          }
        });
    Map<String, String> made = new TreeMap<>();
    Map<String, String> all = new TreeMap<>();
    texts.forEach(
        (table, kept) ->
            kept.laid(
                    origins.getOrDefault(table, Origin.NOTHING),
                    () -> {
                      if (made.isEmpty()) {
                        made.putAll(counted.apply(missing));
                      }
                      return made.getOrDefault(table, "");
                    })
                .ifPresent(text -> all.put(table, text)));
    return all;
  }
}
