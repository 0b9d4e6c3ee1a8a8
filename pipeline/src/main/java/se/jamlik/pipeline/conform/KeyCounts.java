package se.jamlik.pipeline.conform;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * Counts, by delivery, what became of its rows. The input is {@code OUTCOMES * delivery + outcome};
 * the result holds the count of each such number at its place.
 */
final class KeyCounts extends Aggregator<Integer, long[], long[]> {
  private static final long serialVersionUID = 1;

  static final int ACCEPTED = 0;
  static final int DUPLICATE = 1;

  /** Accepted, and took over the key of a row of an earlier file. */
  static final int REPLACING = 2;

  /** Added to the outcome of a row beside the one that its line is accounted for by. */
  static final int BESIDE = 3;

  static final int OUTCOMES = 6;

  private final int deliveries;
  private final Encoder<long[]> encoder;

  /** Deliveries up to and with this number. */
  KeyCounts(SparkSession spark, int deliveries) {
    this.deliveries = deliveries;
    this.encoder = spark.implicits().newLongArrayEncoder();
  }

  @Override
  public long[] zero() {
    return new long[OUTCOMES * (deliveries + 1)];
  }

  @Override
  public long[] reduce(long[] counts, Integer outcome) {
    counts[outcome]++;
    return counts;
  }

  @Override
  public long[] merge(long[] one, long[] other) {
    for (int place = 0; place < one.length; place++) {
      one[place] += other[place];
    }
    return one;
  }

  @Override
  public long[] finish(long[] counts) {
    return counts;
  }

  @Override
  public Encoder<long[]> bufferEncoder() {
    return encoder;
  }

  @Override
  public Encoder<long[]> outputEncoder() {
    return encoder;
  }
}
