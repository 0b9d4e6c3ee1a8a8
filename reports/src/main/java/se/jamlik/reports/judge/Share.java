package se.jamlik.reports.judge;

import se.jamlik.reports.release.Estimate;

/** A part of a group in percent, with the interval that Wilson gave it. */
public final class Share {

  /** The 97.5th percentile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  private Share() {}

  /**
   * The share of a group that a part of it is (Wilson, Journal of the American Statistical
   * Association 1927;22:209).
   *
   * @param part at most the whole
   * @param whole at least 1
   */
  public static Estimate of(long part, long whole) {
    double share = (double) part / whole;
    double divisor = 1 + Z * Z / whole;
    double middle = (share + Z * Z / (2.0 * whole)) / divisor;
    double half =
        Z / divisor * Math.sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole));
    return Estimate.of(100 * share, 100 * (middle - half), 100 * (middle + half));
  }
}
