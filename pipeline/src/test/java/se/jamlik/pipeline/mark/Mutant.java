package se.jamlik.pipeline.mark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A definition with one small mistake.
 *
 * @param place the file, and the part of it where it has several
 * @param original text of the place
 * @param text with the mistake
 */
record Mutant(String place, String original, String text) {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Map<String, String> MISTAKEN =
      Map.ofEntries(
          Map.entry(">=", ">"),
          Map.entry("<=", "<"),
          Map.entry(">", ">="),
          Map.entry("<", "<="),
          Map.entry("=", "<>"),
          Map.entry("<>", "="));

  /** Words that change the meaning by being left out. */
  private static final Set<String> LEFT_OUT = Set.of("not", "distinct");

  /** Every such mistake in a text. */
  static List<Mutant> of(String place, String sql) {
    SqlWords words = new SqlWords(sql);
    List<Mutant> mutants = new ArrayList<>();
    for (int number = 0; number < words.words().size(); number++) {
      SqlWords.Part word = words.words().get(number);
      String mistaken = mistaken(word.text(), words.isLogical(number));
      if (!mistaken.equals(word.text())) {
        mutants.add(with(place, sql, word.from(), word.to(), mistaken));
      }
    }
    for (SqlWords.Condition condition : words.conditions()) {
      mutants.add(with(place, sql, condition.from(), condition.to(), condition.neutral()));
    }
    return mutants;
  }

  /** The same for a text that is one condition as a whole: it may also be left out. */
  static List<Mutant> ofCondition(String place, String sql) {
    List<Mutant> mutants = new ArrayList<>(of(place, sql));
    if (!sql.equals("true")) {
      mutants.add(new Mutant(place, sql, "true"));
    }
    return mutants;
  }

  private static String mistaken(String word, boolean isLogical) {
    if (isLogical) {
      return word.equals("and") ? "or" : "and";
    }
    if (LEFT_OUT.contains(word)) {
      return "";
    }
    if (NUMBER.matcher(word).matches()) {
      return new BigDecimal(word).add(BigDecimal.ONE).toPlainString();
    }
    return MISTAKEN.getOrDefault(word, word);
  }

  private static Mutant with(String place, String sql, int from, int to, String instead) {
    return new Mutant(place, sql, sql.substring(0, from) + instead + sql.substring(to));
  }

  /** The place, and the lines that differ: what they were and what they are. */
  String inWords() {
    List<String> before = original.lines().map(String::strip).toList();
    List<String> after = text.lines().map(String::strip).toList();
    int first = 0;
    while (first < Math.min(before.size(), after.size())
        && before.get(first).equals(after.get(first))) {
      first++;
    }
    int last = 0;
    while (last < Math.min(before.size(), after.size()) - first
        && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
      last++;
    }
    return "%s: `%s` → `%s`"
        .formatted(
            place,
            String.join(" ", before.subList(first, before.size() - last)),
            String.join(" ", after.subList(first, after.size() - last)));
  }
}
