package se.jamlik.pipeline.measure;

/** Intervals of shares of persons. */
public final class Proportions {
  private Proportions() {}

  /**
   * Wilson's score interval, between 0 and 1.
   *
   * <p>Source: Wilson, Probable inference, the law of succession, and statistical inference, JASA
   * 1927;22:209-212. The limits at 0 and at all are exactly 0 and 1.
   *
   * @param count persons with the property, from 0 to {@code persons}
   * @param persons more than 0
   */
  public static Interval wilson(double count, double persons, double z) {
    double share = count / persons;
    double square = z * z;
    double middle = 2 * count + square;
    double spread = z * Math.sqrt(square + 4 * count * (1 - share));
    double scale = 2 * (persons + square);
    double low = count == 0 ? 0 : (middle - spread) / scale;
    double high = count == persons ? 1 : (middle + spread) / scale;
    return new Interval(low, high);
  }
}
