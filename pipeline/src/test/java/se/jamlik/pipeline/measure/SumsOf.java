package se.jamlik.pipeline.measure;

/** Sums drawn by hand. */
public final class SumsOf {
  private SumsOf() {}

  public static Sums rate(double count, double population) {
    return new Sums(
        new Counted(count, (long) count, 1),
        new Counted(population, (long) population, 2),
        Counted.NONE,
        Counted.NONE,
        Squares.NONE);
  }

  /** One row a person, by numerator and denominator. */
  public static Sums rows(double[]... rows) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    long withX = 0;
    long withY = 0;
    for (double[] row : rows) {
      x += row[0];
      y += row[1];
      xx += row[0] * row[0];
      xy += row[0] * row[1];
      yy += row[1] * row[1];
      withX += row[0] == 0 ? 0 : 1;
      withY += row[1] == 0 ? 0 : 1;
    }
    return new Sums(
        new Counted(x, withX, 1),
        new Counted(y, withY, 2),
        Counted.NONE,
        Counted.NONE,
        new Squares(rows.length, xx, xy, yy));
  }
}
