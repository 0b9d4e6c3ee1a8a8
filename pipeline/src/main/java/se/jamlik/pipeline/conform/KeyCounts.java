package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the rows of each delivery. Each count has its place in one list: {@code OUTCOMES *
 * delivery + outcome}.
 */
final class KeyCounts {
  static final int ACCEPTED = 0;
  static final int DUPLICATE = 1;

  /** Accepted, and took over the key of a row of an earlier file. */
  static final int REPLACING = 2;

  /** Added to the outcome of a row beside the one that its line is accounted for by. */
  static final int BESIDE = 3;

  static final int OUTCOMES = 6;

  private final long[] counts;

  /** Deliveries up to and with this number. */
  KeyCounts(int deliveries) {
    this.counts = new long[OUTCOMES * (deliveries + 1)];
  }

  /** Adds so many rows. */
  void add(int delivery, boolean isBeside, int outcome, long rows) {
    counts[OUTCOMES * delivery + outcome + (isBeside ? BESIDE : 0)] += rows;
  }

  List<Long> counts() {
    List<Long> all = new ArrayList<>();
    for (long count : counts) {
      all.add(count);
    }
    return all;
  }
}
