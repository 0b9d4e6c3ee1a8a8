package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The largest amounts of a cell: those above the bucket that holds the last of them are added up,
 * and those in it are kept as counts of different amounts, of which there are few.
 */
final class TopAmounts implements Tally<TopAmounts> {
  private static final long serialVersionUID = 1;
  private static final int SUM = 0;
  private static final int PERSONS = 1;
  private static final int KEY = 2;

  private final long residents;
  private final int[] lastBuckets;
  private final long[][] above;
  private final NavigableMap<Long, long[]> inLastBuckets = new TreeMap<>();

  TopAmounts(AmountTotals totals) {
    residents = totals.residents();
    lastBuckets = totals.lastBuckets().stream().mapToInt(Integer::intValue).toArray();
    above = new long[lastBuckets.length][KEY + 1];
  }

  @Override
  public void add(long amount, long recordKey) {
    if (amount == 0) {
      return;
    }
    int bucket = AmountBuckets.of(amount);
    boolean isInLast = false;
    for (int top = 0; top < lastBuckets.length; top++) {
      if (bucket > lastBuckets[top]) {
        add(above[top], amount, 1, recordKey);
      }
      isInLast |= bucket == lastBuckets[top];
    }
    if (isInLast) {
      add(kept(amount), amount, 1, recordKey);
    }
  }

  @Override
  public TopAmounts with(TopAmounts other) {
    for (int top = 0; top < above.length; top++) {
      long[] others = other.above[top];
      add(above[top], others[SUM], others[PERSONS], others[KEY]);
    }
    other.inLastBuckets.forEach(
        (amount, others) -> add(kept(amount), others[SUM], others[PERSONS], others[KEY]));
    return this;
  }

  private long[] kept(long amount) {
    return inLastBuckets.computeIfAbsent(amount, absent -> new long[KEY + 1]);
  }

  private static void add(long[] sums, long sum, long persons, long key) {
    sums[SUM] = Math.addExact(sums[SUM], sum);
    sums[PERSONS] += persons;
    sums[KEY] ^= key;
  }

  /**
   * The top shares added up. Of those who have the amount of the last as many are taken as there is
   * room for; they all decide the key, since nothing tells them apart.
   */
  List<AmountTotals.Added> added(List<Integer> topPercents) {
    return IntStream.range(0, lastBuckets.length)
        .mapToObj(top -> added(top, AmountTotals.top(residents, topPercents.get(top))))
        .toList();
  }

  private AmountTotals.Added added(int top, long persons) {
    long[] sums = above[top].clone();
    for (Map.Entry<Long, long[]> entry : inLastBuckets.descendingMap().entrySet()) {
      long amount = entry.getKey();
      long taken = Math.min(entry.getValue()[PERSONS], persons - sums[PERSONS]);
      if (AmountBuckets.of(amount) == lastBuckets[top] && taken > 0) {
        add(sums, amount * taken, taken, entry.getValue()[KEY]);
      }
    }
    return new AmountTotals.Added(sums[SUM], sums[PERSONS], sums[KEY]);
  }
}
