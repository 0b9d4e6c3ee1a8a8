package se.jamlik.pipeline.measure;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.Well19937c;

/**
 * What chance might have made of the values of groups: normal draws from their standard errors,
 * held between 0 and the most that the kind allows by cutting the distribution there.
 *
 * <p>Every comparison uses the same random numbers, one row of them for its first group, one for
 * its second and so on. So neither the order nor the number of comparisons shows in an interval,
 * and two areas with the same values have the same one. The generator and the normal distribution
 * are a library's plain Java, so that all machines draw alike.
 *
 * <p>Source of the generator: Panneton, L'Ecuyer and Matsumoto, Improved long-period generators
 * based on linear recurrences modulo 2, ACM Transactions on Mathematical Software 2006;32:1-16.
 */
final class Draws {
  private static final int SEED = 20_130_401;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double HALF_STEP = 0x1p-53;

  /** A limit as many standard errors away is none: less than 1 in 10^15 is beyond it. */
  private static final double FAR = 8;

  private final double[][] uniform;
  private final double[][] normal;

  private Draws(double[][] uniform, double[][] normal) {
    this.uniform = uniform;
    this.normal = normal;
  }

  /**
   * @param count how many times each group is drawn
   * @param groups the most groups that are compared
   */
  static Draws of(int count, int groups) {
    Well19937c generator = new Well19937c(SEED);
    double[][] uniform = new double[groups][count];
    double[][] normal = new double[groups][count];
    for (int group = 0; group < groups; group++) {
      for (int draw = 0; draw < count; draw++) {
        uniform[group][draw] = generator.nextDouble() + HALF_STEP;
        normal[group][draw] = NORMAL.inverseCumulativeProbability(uniform[group][draw]);
      }
    }
    return new Draws(uniform, normal);
  }

  /** How many times each group is drawn. */
  int count() {
    return uniform[0].length;
  }

  /**
   * The values drawn for one group.
   *
   * @param place of the group among those compared
   * @param value between 0 and the most
   * @param error its standard error; with 0 every draw is the value
   * @param most that a value can be, perhaps infinite
   */
  double[] of(int place, double value, double error, double most) {
    double[] drawn = new double[count()];
    double below = error == 0 ? 0 : NORMAL.cumulativeProbability(-value / error);
    double above = error == 0 ? 1 : NORMAL.cumulativeProbability((most - value) / error);
    boolean isFarFromLimits = value >= FAR * error && most - value >= FAR * error;
    for (int draw = 0; draw < drawn.length; draw++) {
      double deviate =
          error == 0 || isFarFromLimits
              ? normal[place][draw]
              : between(below, above, uniform[place][draw]);
      drawn[draw] = Math.min(Math.max(value + error * deviate, 0), most);
    }
    return drawn;
  }

  private static double between(double below, double above, double part) {
    double probability = below + part * (above - below);
    return NORMAL.inverseCumulativeProbability(Math.min(probability, 1 - HALF_STEP));
  }
}
