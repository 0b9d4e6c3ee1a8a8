package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts of a cell, in millionths.
 *
 * @param residents with or without an amount
 * @param all the amounts of all residents
 * @param twoLargest the sum of the two largest
 * @param lastBuckets for each top share, the bucket of the smallest amount in it
 */
record AmountTotals(long residents, Added all, long twoLargest, List<Integer> lastBuckets)
    implements Serializable {
  /** Digits of an amount after the point. */
  static final int SCALE = 6;

  private static final int PERCENT = 100;

  AmountTotals {
    lastBuckets = List.copyOf(lastBuckets);
  }

  /**
   * Amounts added up.
   *
   * @param sum in millionths
   * @param persons whose amount is not 0
   * @param key the exclusive or of their record keys
   */
  record Added(long sum, long persons, long key) implements Serializable {
    Counted counted() {
      return new Counted(whole(sum), persons, key);
    }
  }

  /** Whole persons, rounded up (measures.md section 3, HNHC). */
  static long top(long residents, int percent) {
    return (residents * percent + PERCENT - 1) / PERCENT;
  }

  static double whole(long millionths) {
    return BigDecimal.valueOf(millionths, SCALE).doubleValue();
  }
}
