package se.jamlik.pipeline.measure;

/**
 * Buckets of amounts more than 0, in growing order: sixteen to each doubling, so that an amount is
 * at most a sixteenth larger than the smallest of its bucket.
 */
final class AmountBuckets {
  private static final int BITS = 4;

  /** Buckets of all positive longs. */
  static final int COUNT = (Long.SIZE - BITS) << BITS;

  /** Before the first bucket: every amount more than 0 lies above it. */
  static final int NONE = -1;

  private AmountBuckets() {}

  /** The bucket of an amount; those of fewer than five bits have one each. */
  static int of(long amount) {
    int doublings = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(amount));
    return (doublings << BITS) + (int) (amount >>> doublings);
  }
}
