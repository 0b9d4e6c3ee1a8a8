package se.jamlik.pipeline.measure;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.util.FastMath;

/**
 * Measures of how unequal groups are (measures.md section 4), from values y, shares p of all
 * denominators and, for groups in order, midpoint ranks r. Groups stand with the least advantaged
 * first, so that a positive slope index and a ratio above 1 mean <em>more</em> among the least
 * advantaged, whatever the direction of the indicator.
 *
 * <p>Equal groups give exactly 0, or 1 for a ratio. What is divided by must not be 0: {@link
 * EquityMeasure} says when. Logarithms come from a library in plain Java, since the processor's own
 * may differ in the last digit.
 *
 * <p>Source: Schlotheuber and Hosseinpoor, Summary measures of health inequality, International
 * Journal of Environmental Research and Public Health 2022;19:3697, where no other is given.
 */
final class Inequality {
  private static final double PERCENT = 100;

  /** A prediction below this share of the mean is what rounding left of 0, and nothing else. */
  private static final double ROUNDING = 1e-12;

  private Inequality() {}

  /** The least advantaged less the most advantaged, in the indicator's unit. */
  static double difference(ComparedGroups groups) {
    return groups.first() - groups.last();
  }

  /** The least advantaged over the most advantaged, without unit. Divides by the last value. */
  static double ratio(ComparedGroups groups) {
    return groups.first() / groups.last();
  }

  /**
   * The slope index: what the regression line predicts at rank 0 less what it predicts at rank 1,
   * in the indicator's unit.
   *
   * <p>Source: Mackenbach and Kunst, Measuring the magnitude of socio-economic inequalities in
   * health, Social Science and Medicine 1997;44:757-771.
   */
  static double slopeIndex(ComparedGroups groups) {
    return -slope(groups);
  }

  /**
   * The relative index: what the regression line predicts at rank 0 over what it predicts at rank
   * 1, without unit. Infinite where nothing is predicted at rank 1, and 0 where nothing is at rank
   * 0; no line predicts less than nothing at both, since its mean is not negative.
   */
  static double relativeIndex(ComparedGroups groups) {
    double most = predicted(groups, 1);
    return most <= 0 ? Double.POSITIVE_INFINITY : Math.max(predicted(groups, 0), 0) / most;
  }

  /**
   * What the regression of y on r with weights p predicts at a rank, in the indicator's unit; less
   * than 0 where the line is steep.
   */
  static double predicted(ComparedGroups groups, double rank) {
    double mean = groups.mean();
    double predicted = mean + slope(groups) * (rank - 0.5);
    return Math.abs(predicted) < ROUNDING * mean ? 0 : predicted;
  }

  /** The slope of the regression; the weighted mean of the ranks is one half. */
  private static double slope(ComparedGroups groups) {
    double mean = groups.mean();
    double product =
        sum(groups, i -> groups.share(i) * (groups.rank(i) - 0.5) * (groups.value(i) - mean));
    return product / sum(groups, i -> groups.share(i) * Math.pow(groups.rank(i) - 0.5, 2));
  }

  /**
   * The absolute concentration index, in the indicator's unit: negative when what is measured is
   * concentrated among the least advantaged. The mean is taken away first, which changes nothing
   * but the rounding, since the p (2 r - 1) add up to 0.
   */
  static double concentration(ComparedGroups groups) {
    double mean = groups.mean();
    return sum(groups, i -> groups.share(i) * (2 * groups.rank(i) - 1) * (groups.value(i) - mean));
  }

  /** The relative concentration index, without unit, -1 to 1. Divides by the mean. */
  static double relativeConcentration(ComparedGroups groups) {
    return concentration(groups) / groups.mean();
  }

  /**
   * The population attributable risk: the mean less the best group's value, in the indicator's
   * unit; not negative where lower is better or neither is, not positive where higher is better.
   */
  static double attributableRisk(ComparedGroups groups) {
    return groups.mean() - groups.best();
  }

  /** The population attributable fraction, as a share and not in percent. Divides by the mean. */
  static double attributableFraction(ComparedGroups groups) {
    return attributableRisk(groups) / groups.mean();
  }

  /** The variance between groups, in the indicator's unit squared. */
  static double variance(ComparedGroups groups) {
    double mean = groups.mean();
    return sum(groups, i -> groups.share(i) * Math.pow(groups.value(i) - mean, 2));
  }

  /** The standard deviation between groups, in the indicator's unit. */
  static double deviation(ComparedGroups groups) {
    return Math.sqrt(variance(groups));
  }

  /**
   * The index of disparity, in percent of the mean: every group weighs the same, but the mean is
   * weighted. Divides by the mean.
   */
  static double disparity(ComparedGroups groups) {
    double mean = groups.mean();
    double distances = sum(groups, i -> Math.abs(groups.value(i) - mean));
    return PERCENT / groups.count() * distances / mean;
  }

  /**
   * Theil's index, without unit, not negative; a group with nothing adds nothing. Divides by the
   * mean.
   *
   * <p>Source: Theil, Economics and Information Theory, 1967, chapter 4.
   */
  static double theil(ComparedGroups groups) {
    double mean = groups.mean();
    return notNegative(sum(groups, i -> groups.share(i) * timesLog(groups.value(i) / mean)));
  }

  private static double timesLog(double relative) {
    return relative == 0 ? 0 : relative * FastMath.log(relative);
  }

  /** The mean log deviation, without unit, not negative. Divides by every value. */
  static double meanLogDeviation(ComparedGroups groups) {
    double mean = groups.mean();
    return notNegative(sum(groups, i -> groups.share(i) * FastMath.log(mean / groups.value(i))));
  }

  /** Both indices of information are 0 or more, but for rounding. */
  private static double notNegative(double index) {
    return Math.max(index, 0);
  }

  private static double sum(ComparedGroups groups, IntToDoubleFunction ofGroup) {
    double sum = 0;
    for (int place = 0; place < groups.count(); place++) {
      sum += ofGroup.applyAsDouble(place);
    }
    return sum;
  }
}
