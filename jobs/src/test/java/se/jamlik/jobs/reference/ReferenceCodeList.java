package se.jamlik.jobs.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A list of code prefixes, each with one or more groups, and the groups' weights where the list has
 * them.
 */
record ReferenceCodeList(Map<String, Set<String>> groupsByPrefix, Map<String, Integer> weights) {
  private static final Path PROJECT_LISTS =
      Path.of("../pipeline/src/main/resources/definitions/codelists");

  /** The project's own list of that name. */
  static ReferenceCodeList named(String name) {
    try {
      return of(Files.readAllLines(PROJECT_LISTS.resolve(name + ".csv"), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static ReferenceCodeList of(List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      if (!line.startsWith("#") && !line.isBlank()) {
        rows.add(fields(line));
      }
    }
    List<String> header = rows.get(0);
    Map<String, Set<String>> groups = new TreeMap<>();
    Map<String, Integer> weights = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      String group = row.get(header.indexOf("group"));
      groups.computeIfAbsent(row.get(header.indexOf("code")), code -> new HashSet<>()).add(group);
      if (header.contains("weight") && !row.get(header.indexOf("weight")).isBlank()) {
        weights.put(group, Integer.valueOf(row.get(header.indexOf("weight"))));
      }
    }
    return new ReferenceCodeList(groups, weights);
  }

  private static List<String> fields(String line) {
    try {
      return ReferenceText.fields(line, ',');
    } catch (ReferenceText.Malformed malformed) {
      throw new IllegalArgumentException(line, malformed);
    }
  }

  /**
   * The groups of the longest listed prefix of the code; a prefix listed for two groups gives both.
   */
  Set<String> groupsOfLongestPrefix(String code) {
    for (int length = code.length(); length > 0; length--) {
      Set<String> groups = groupsByPrefix.get(code.substring(0, length));
      if (groups != null) {
        return groups;
      }
    }
    return Set.of();
  }

  /** The groups of every listed prefix of the code. */
  Set<String> groupsOfAnyPrefix(String code) {
    Set<String> groups = new HashSet<>();
    for (int length = code.length(); length > 0; length--) {
      groups.addAll(groupsByPrefix.getOrDefault(code.substring(0, length), Set.of()));
    }
    return groups;
  }
}
