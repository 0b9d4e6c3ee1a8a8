package se.jamlik.reports.chart;

/** An axis with round numbers: where it starts and ends and how far it is between ticks. */
record Scale(double low, double high, double step) {

  private static final double[] ROUND = {1, 2, 5, 10};

  /** From zero to at least the largest value, with at most so many intervals. */
  static Scale fromZero(double largest, int intervals) {
    // An axis needs a length also when every value is zero.
    double top = largest > 0 ? largest : 1;
    double step = step(top, intervals);
    return new Scale(0, step * Math.ceil(top * 1.02 / step - 1e-9), step);
  }

  /** As far below zero as above it, with at most so many intervals on each side. */
  static Scale aroundZero(double largest, int intervals) {
    Scale above = fromZero(largest, intervals);
    return new Scale(-above.high(), above.high(), above.step());
  }

  /** Just around the values, so that ticks stand inside and never meet those of a neighbour. */
  static Scale around(double smallest, double largest, int intervals) {
    double width = Math.max(largest - smallest, Math.max(Math.abs(largest) * 0.05, 1e-6));
    double edge = 0.09 * width;
    double low = smallest >= 0 && smallest < 0.35 * width ? -0.5 * edge : smallest - edge;
    double high = largest + edge;
    double step = step(high - low, intervals);
    boolean hasTwoTicks = Math.floor(high / step) - Math.ceil(low / step) >= 1;
    return new Scale(low, high, hasTwoTicks ? step : step(high - low, intervals + 2));
  }

  /** Decimals that the step needs. */
  int decimals() {
    if (isWhole(step)) {
      return 0;
    }
    return isWhole(step * 10) ? 1 : 2;
  }

  private static double step(double width, int intervals) {
    double raw = width / Math.max(1, intervals);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double round : ROUND) {
      if (round * power >= raw * 0.999) {
        return round * power;
      }
    }
    return 10 * power;
  }

  private static boolean isWhole(double x) {
    return Math.abs(x - Math.rint(x)) < 1e-9;
  }
}
