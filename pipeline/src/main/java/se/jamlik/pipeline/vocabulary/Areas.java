package se.jamlik.pipeline.vocabulary;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the deliveries tell of areas. The code of a small area is a text like any other: nothing is
 * read from its letters.
 *
 * @param names of areas by code
 * @param municipalities by code of a RegSO or DeSO, the municipalities that it lies in: one, unless
 *     geografi places it in several
 */
public record Areas(Map<String, String> names, Map<String, SortedSet<String>> municipalities) {
  /** Of which nothing is told. */
  public static final Areas NONE = new Areas(Map.of(), Map.of());

  public Areas {
    names = Map.copyOf(names);
    municipalities =
        municipalities.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    area -> Collections.unmodifiableSortedSet(new TreeSet<>(area.getValue()))));
  }

  /** The name of an area, which is its code where it has no other. */
  public String nameOf(String code) {
    return names.getOrDefault(code, code);
  }

  /** The municipalities that a small area lies in; none where nobody tells. */
  public SortedSet<String> municipalitiesOf(String smallArea) {
    return municipalities.getOrDefault(smallArea, Collections.emptySortedSet());
  }

  /** With small areas of which nothing was told. */
  public Areas with(Map<String, SortedSet<String>> others) {
    Map<String, SortedSet<String>> all = new TreeMap<>(others);
    all.putAll(municipalities);
    return new Areas(names, all);
  }
}
