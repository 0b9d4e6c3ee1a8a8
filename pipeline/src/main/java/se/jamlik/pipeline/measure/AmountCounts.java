package se.jamlik.pipeline.measure;

import java.util.List;

/** How many residents of a cell have amounts of about what size, and their sum. */
final class AmountCounts implements Tally<AmountCounts> {
  private static final long serialVersionUID = 1;

  private final long[] persons = new long[AmountBuckets.COUNT];
  private long residents;
  private long withAmount;
  private long key;
  private long sum;
  private long largest;
  private long secondLargest;

  @Override
  public void add(long amount, long recordKey) {
    residents++;
    if (amount > 0) {
      persons[AmountBuckets.of(amount)]++;
      withAmount++;
      key ^= recordKey;
      sum = Math.addExact(sum, amount);
      addToLargest(amount);
    }
  }

  @Override
  public AmountCounts with(AmountCounts other) {
    for (int bucket = 0; bucket < persons.length; bucket++) {
      persons[bucket] += other.persons[bucket];
    }
    residents += other.residents;
    withAmount += other.withAmount;
    key ^= other.key;
    sum = Math.addExact(sum, other.sum);
    addToLargest(other.largest);
    addToLargest(other.secondLargest);
    return this;
  }

  private void addToLargest(long amount) {
    if (amount > largest) {
      secondLargest = largest;
      largest = amount;
    } else {
      secondLargest = Math.max(secondLargest, amount);
    }
  }

  /**
   * What is to be known of the cell before its top is added up.
   *
   * @param topPercents how many in a hundred residents are at the top
   */
  AmountTotals totals(List<Integer> topPercents) {
    return new AmountTotals(
        residents,
        new AmountTotals.Added(sum, withAmount, key),
        largest + secondLargest,
        topPercents.stream()
            .map(percent -> bucketOfLast(AmountTotals.top(residents, percent)))
            .toList());
  }

  /** The bucket of the last of so many with the largest amounts. */
  private int bucketOfLast(long top) {
    int bucket = AmountBuckets.COUNT;
    long above = 0;
    while (above < top && bucket > 0) {
      bucket--;
      above += persons[bucket];
    }
    return above < top ? AmountBuckets.NONE : bucket;
  }
}
