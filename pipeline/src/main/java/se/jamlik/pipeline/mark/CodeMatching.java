package se.jamlik.pipeline.mark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.jamlik.pipeline.vocabulary.CodeList;

/** Finds the groups of a list that a normalised code belongs to, by the code's prefixes. */
final class CodeMatching {
  /** A mask has one bit for each group of a list that is no longer than this. */
  static final int MOST_GROUPS_OF_A_MASK = Long.SIZE;

  /** Only diagnoses of this form are ever compared with a list (input contract, codes). */
  private static final Pattern MATCHABLE = Pattern.compile("[A-Z][0-9]{2}[0-9A-Z]{0,3}");

  private final boolean isDecidedByLongestPrefix;
  private final List<String> groups;
  private final Map<String, List<String>> groupsByPrefix = new HashMap<>();

  private CodeMatching(CodeList list) {
    isDecidedByLongestPrefix = list.isDecidedByLongestPrefix();
    groups = list.groups();
    for (CodeList.Code code : list.codes()) {
      groupsByPrefix.computeIfAbsent(code.prefix(), prefix -> new ArrayList<>()).add(code.group());
    }
  }

  static CodeMatching with(CodeList list) {
    return new CodeMatching(list);
  }

  static boolean isMatchable(String code) {
    return MATCHABLE.matcher(code).matches();
  }

  /** In alphabetical order; none when the code matches no prefix. */
  Set<String> groupsOf(String code) {
    Set<String> found = new TreeSet<>();
    for (int length = code.length(); length > 0; length--) {
      found.addAll(groupsByPrefix.getOrDefault(code.substring(0, length), List.of()));
      if (isDecidedByLongestPrefix && !found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  /** The bits of the groups that the code belongs to. */
  long maskOf(String code) {
    return groupsOf(code).stream().mapToLong(this::bit).reduce(0, (one, other) -> one | other);
  }

  /** A group's bit is its place among the groups. */
  long bit(String group) {
    return 1L << groups.indexOf(group);
  }

  /** Whether the list is short enough for a mask. */
  boolean hasMask() {
    return groups.size() <= MOST_GROUPS_OF_A_MASK;
  }
}
