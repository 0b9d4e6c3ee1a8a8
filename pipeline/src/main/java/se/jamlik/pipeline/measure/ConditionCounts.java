package se.jamlik.pipeline.measure;

/**
 * Counts the residents of a cell by the bits of their masks, without a row for each condition or
 * pair: all residents come first, then those with each condition; pairs and triads are counted by
 * themselves.
 */
final class ConditionCounts {
  private static final int EVERYBODY = 0;

  private ConditionCounts() {}

  static KeyedCounts ofConditions(Grouper grouper) {
    return new KeyedCounts(grouper.conditions().size() + 1);
  }

  static KeyedCounts ofPairs(Grouper grouper) {
    return new KeyedCounts(pairsBefore(grouper.conditions().size()));
  }

  static KeyedCounts ofTriads(Grouper grouper) {
    return new KeyedCounts(triadsBefore(grouper.conditions().size()));
  }

  /** Adds a resident, who may have no condition at all. */
  static void addConditions(long[] counts, long mask, long recordKey) {
    KeyedCounts.add(counts, EVERYBODY, recordKey);
    for (long rest = mask; rest != 0; rest = withoutFirst(rest)) {
      KeyedCounts.add(counts, 1 + first(rest), recordKey);
    }
  }

  /** Adds every two conditions of a resident. */
  static void addPairs(long[] counts, long mask, long recordKey) {
    for (long rest = withoutFirst(mask); rest != 0; rest = withoutFirst(rest)) {
      int later = first(rest);
      long earlier = mask & ((1L << later) - 1);
      for (; earlier != 0; earlier = withoutFirst(earlier)) {
        KeyedCounts.add(counts, pair(first(earlier), later), recordKey);
      }
    }
  }

  /** Adds every three conditions of a resident. */
  static void addTriads(long[] counts, long mask, long recordKey) {
    for (long rest = withoutFirst(withoutFirst(mask)); rest != 0; rest = withoutFirst(rest)) {
      int last = first(rest);
      long middle = withoutFirst(mask & ((1L << last) - 1));
      for (; middle != 0; middle = withoutFirst(middle)) {
        long earlier = mask & ((1L << first(middle)) - 1);
        for (; earlier != 0; earlier = withoutFirst(earlier)) {
          KeyedCounts.add(counts, triad(first(earlier), first(middle), last), recordKey);
        }
      }
    }
  }

  static Counted everybody(long[] counts) {
    return KeyedCounts.counted(counts, EVERYBODY);
  }

  static Counted with(long[] counts, int condition) {
    return KeyedCounts.counted(counts, 1 + condition);
  }

  static Counted withBoth(long[] pairs, int condition, int laterCondition) {
    return KeyedCounts.counted(pairs, pair(condition, laterCondition));
  }

  static Counted withAll(long[] triads, int condition, int laterCondition, int lastCondition) {
    return KeyedCounts.counted(triads, triad(condition, laterCondition, lastCondition));
  }

  /** Triads stand in the order of their last condition, then of the one before. */
  private static int triad(int condition, int laterCondition, int lastCondition) {
    return triadsBefore(lastCondition) + pair(condition, laterCondition);
  }

  private static int triadsBefore(int condition) {
    return condition * (condition - 1) * (condition - 2) / 6;
  }

  /** Pairs stand in the order of their later condition. */
  private static int pair(int condition, int laterCondition) {
    return pairsBefore(laterCondition) + condition;
  }

  private static int pairsBefore(int condition) {
    return condition * (condition - 1) / 2;
  }

  private static int first(long mask) {
    return Long.numberOfTrailingZeros(mask);
  }

  private static long withoutFirst(long mask) {
    return mask & (mask - 1);
  }
}
