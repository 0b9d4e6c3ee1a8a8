package se.jamlik.pipeline.quality;

import java.util.Map;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.QualityRule;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.QualityRule.Per;

/**
 * One check of one table, and of one of its columns where it is about one.
 *
 * @param rule the kind of check
 * @param table the contract's name
 * @param column our name, or {@link #ALL}
 * @param delivered the contract's name of the column, or {@link #ALL}
 * @param level unless the settings say another
 * @param threshold unless the settings say another
 * @param words that stand in braces in the rule's conditions
 */
public record Check(
    QualityRule rule,
    String table,
    String column,
    String delivered,
    Level level,
    double threshold,
    Map<String, String> words) {
  /** All columns, periods or municipalities. */
  public static final String ALL = "all";

  public Check {
    words = Map.copyOf(words);
  }

  public String name() {
    return rule.check();
  }

  boolean isPer(Per per) {
    return rule.per().contains(per);
  }

  /** The contract's name of a table that the check looks into beside its own. */
  public Optional<String> lookedInto() {
    return Optional.ofNullable(words.get("refers-to")).map(column -> column.split("\\.", 2)[0]);
  }

  /** What the sender of rows that break it is to do. */
  public String advice() {
    return Conditions.sql(rule.mend(), this);
  }

  double number(String word) {
    String number = words.get(word);
    if (number == null) {
      throw new IllegalStateException(
          "Cannot count %s of %s: no number '%s' in its definition".formatted(name(), table, word));
    }
    return Double.parseDouble(number);
  }
}
