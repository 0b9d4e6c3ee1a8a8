package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * The conditions of a table's checks as bits of a few whole numbers, so that rows that break the
 * same rules can be counted together: one aggregation with one count, however many checks.
 */
final class Conditions {
  /** The day of death of the row's person. */
  static final String DIED = "quality_died_on";

  private static final int BITS = 62;

  private final List<Check> checks;

  Conditions(List<Check> checks) {
    this.checks = checks;
  }

  /** The numbers that hold the bits; the same for both of the conditions. */
  int numbers() {
    return (checks.size() + BITS - 1) / BITS;
  }

  Column applicable(int number) {
    return bits(number, check -> check.rule().applicable());
  }

  Column violated(int number) {
    return bits(number, check -> check.rule().violated());
  }

  /** Whether the bit of a check is set. */
  static boolean isSet(long[] numbers, int check) {
    return (numbers[check / BITS] & (1L << (check % BITS))) != 0;
  }

  /** The name of the column that says whether the value of a check's column is found elsewhere. */
  static String found(Check check) {
    return "quality_found_" + check.column();
  }

  /** A condition with its words in place of those in braces. */
  static String sql(String condition, Check check) {
    String sql = condition.replace("{died}", DIED).replace("{found}", found(check));
    for (Map.Entry<String, String> word : check.words().entrySet()) {
      sql = sql.replace("{" + word.getKey() + "}", word.getValue());
    }
    return sql;
  }

  private interface Part {
    @org.jspecify.annotations.Nullable
    String of(Check check);
  }

  /** One expression, and a number for the checks that are made on all rows: short to plan. */
  private Column bits(int number, Part part) {
    long always = 0;
    List<String> sometimes = new ArrayList<>();
    int last = Math.min(checks.size(), (number + 1) * BITS);
    for (int i = number * BITS; i < last; i++) {
      String condition = part.of(checks.get(i));
      long bit = 1L << (i % BITS);
      if (condition == null) {
        always |= bit;
      } else {
        sometimes.add(
            "case when %s then %dL else 0L end".formatted(sql(condition, checks.get(i)), bit));
      }
    }
    sometimes.add(always + "L");
    return expr(String.join(" | ", sometimes));
  }
}
