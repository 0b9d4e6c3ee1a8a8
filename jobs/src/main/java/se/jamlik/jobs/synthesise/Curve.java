package se.jamlik.jobs.synthesise;

/** A share by age: straight lines between the ages it is known at, level outside them. */
final class Curve {
  private final double[] ages;
  private final double[] shares;

  private Curve(double[] ages, double[] shares) {
    this.ages = ages;
    this.shares = shares;
  }

  static Curve at(double... ages) {
    return new Curve(ages, new double[ages.length]);
  }

  Curve being(double... values) {
    return new Curve(ages, values);
  }

  double of(double age) {
    if (age <= ages[0]) {
      return shares[0];
    }
    int next = 1;
    while (next < ages.length - 1 && ages[next] < age) {
      next++;
    }
    double part = Math.min(1, (age - ages[next - 1]) / (ages[next] - ages[next - 1]));
    return shares[next - 1] + part * (shares[next] - shares[next - 1]);
  }
}
