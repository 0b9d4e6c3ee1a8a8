package se.jamlik.reports.release;

/** A 95 % confidence interval in the unit of the value it belongs to. */
public record Interval(double low, double high) {

  /** True when the whole interval lies above the value. */
  public boolean isAbove(double value) {
    return low > value;
  }

  /** True when the whole interval lies below the value. */
  public boolean isBelow(double value) {
    return high < value;
  }
}
