package se.jamlik.jobs.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
 * A list of code prefixes, each with one or more groups, and the weights where the list has them:
 * of a group, and of a single code.
 */
record ReferenceCodeList(
    Map<String, Set<String>> groupsByPrefix,
    Map<String, BigDecimal> weights,
    Map<String, BigDecimal> weightsByCode) {
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
    Map<String, BigDecimal> weights = new HashMap<>();
    Map<String, BigDecimal> weightsByCode = new HashMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      String group = row.get(header.indexOf("group"));
      String code = row.get(header.indexOf("code"));
      groups.computeIfAbsent(code, any -> new HashSet<>()).add(group);
      if (header.contains("weight") && !row.get(header.indexOf("weight")).isBlank()) {
        BigDecimal weight = new BigDecimal(row.get(header.indexOf("weight")));
        weights.put(group, weight);
        weightsByCode.put(code, weight);
      }
    }
    return new ReferenceCodeList(groups, weights, weightsByCode);
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

  boolean holds(String code) {
    return !groupsOfAnyPrefix(code).isEmpty();
  }
}
