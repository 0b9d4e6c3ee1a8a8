package se.jamlik.pipeline.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words, numbers, texts and signs of an SQL text, without its comments. */
final class SqlWords {
  private static final Pattern WORD =
      Pattern.compile(
          "--[^\n]*|'[^']*'|[A-Za-z_][\\w.]*|\\d+(?:\\.\\d+)?|<=|>=|<>|[-+*/%&~<>=(),]");
  private static final Set<String> LOGICAL = Set.of("and", "or");
  private static final Set<String> BEFORE_A_CONDITION = Set.of("where", "on", "when", "having");
  private static final Set<String> BEFORE_AN_OPERAND =
      Set.of("where", "on", "when", "having", "then", "else", "select", "as");
  private static final Set<String> AFTER_A_CONDITION =
      Set.of(
          "then", "else", "end", "group", "order", "left", "join", "cross", "having", "where",
          "union", "as", "from");

  /** A part of the text from one place up to another. */
  record Part(String text, int from, int to) {}

  /** A condition that can be left out, and what then stands in its place. */
  record Condition(int from, int to, String neutral) implements Comparable<Condition> {
    @Override
    public int compareTo(Condition other) {
      return from != other.from ? Integer.compare(from, other.from) : Integer.compare(to, other.to);
    }
  }

  private final List<Part> words = new ArrayList<>();

  SqlWords(String sql) {
    for (MatchResult match : WORD.matcher(sql).results().toList()) {
      if (!match.group().startsWith("--")) {
        words.add(new Part(match.group(), match.start(), match.end()));
      }
    }
  }

  List<Part> words() {
    return words;
  }

  /** Whether the word joins two conditions: the {@code and} of a {@code between} does not. */
  boolean isLogical(int place) {
    return isOneOf(place, LOGICAL) && !isOfBetween(place);
  }

  /** The conditions that stand alone, or beside others. */
  Set<Condition> conditions() {
    Set<Condition> conditions = new TreeSet<>();
    for (int place = 0; place < words.size(); place++) {
      if (isLogical(place)) {
        conditions.add(condition(firstOfOperandBefore(place)));
        conditions.add(condition(place + 1));
      } else if (isOneOf(place, BEFORE_A_CONDITION) || isArgumentOfCondition(place)) {
        conditions.add(condition(place + 1));
      }
    }
    return conditions;
  }

  private Condition condition(int first) {
    int end = endOfCondition(first);
    boolean isAlternative = isWord(first - 1, "or") || isWord(end, "or");
    return new Condition(
        words.get(first).from(), words.get(end - 1).to(), isAlternative ? "false" : "true");
  }

  private int endOfCondition(int first) {
    int depth = 0;
    for (int place = first; place < words.size(); place++) {
      String word = words.get(place).text();
      if (depth == 0
          && (isLogical(place) || AFTER_A_CONDITION.contains(word) || ",)".contains(word))) {
        return place;
      }
      depth += deeper(word);
    }
    return words.size();
  }

  private int firstOfOperandBefore(int logical) {
    int depth = 0;
    for (int place = logical - 1; place >= 0; place--) {
      String word = words.get(place).text();
      if (depth == 0
          && (isLogical(place) || BEFORE_AN_OPERAND.contains(word) || ",(".contains(word))) {
        return place + 1;
      }
      depth -= deeper(word);
    }
    return 0;
  }

  private boolean isOfBetween(int and) {
    for (int place = and - 1; place >= 0; place--) {
      if (isOneOf(place, LOGICAL) || isOneOf(place, BEFORE_AN_OPERAND)) {
        return false;
      }
      if (isWord(place, "between")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition follows the parenthesis, as it does in {@code bool_or(}. */
  private boolean isArgumentOfCondition(int place) {
    return isWord(place, "(") && isWord(place - 1, "bool_or");
  }

  private boolean isOneOf(int place, Set<String> texts) {
    return texts.contains(words.get(place).text());
  }

  private boolean isWord(int place, String text) {
    return place >= 0 && place < words.size() && words.get(place).text().equals(text);
  }

  private static int deeper(String word) {
    return word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
  }
}
