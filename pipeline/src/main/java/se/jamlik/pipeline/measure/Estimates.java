package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** Crude and standardised values with intervals of 95 percent (measures.md section 4). */
public final class Estimates {
  /** The smallest numerator, and for means the fewest persons, that are standardised. */
  public static final double SMALLEST_STANDARDISED = 10;

  private Estimates() {}

  /** Numerator over denominator; the denominator is more than 0. */
  public static Estimate crude(Kind kind, Sums sums) {
    return new Estimate(sums.value(), crudeVariance(kind, sums), crudeInterval(kind, sums), 0);
  }

  /** That of a binomial share, of a Poisson count, or of a ratio of sums over persons. */
  private static Optional<Double> crudeVariance(Kind kind, Sums sums) {
    double value = sums.value();
    return switch (kind) {
      case PROPORTION -> Optional.of(value * (1 - value) / sums.denominator().sum());
      case RATE -> Optional.of(variance(kind, sums));
      case RATIO, MEAN -> Ratios.variance(sums);
      case SHARE -> Optional.empty();
    };
  }

  private static Optional<Interval> crudeInterval(Kind kind, Sums sums) {
    double count = sums.numerator().sum();
    double denominator = sums.denominator().sum();
    return switch (kind) {
      case PROPORTION -> Optional.of(Proportions.wilson(count, denominator, Interval.Z));
      case RATE -> Optional.of(Counts.poisson(count, Interval.Z).map(limit -> limit / denominator));
      case RATIO, MEAN ->
          Ratios.variance(sums).map(variance -> Ratios.normal(sums.value(), variance, Interval.Z));
      case SHARE -> Optional.empty();
    };
  }

  /** Whether there are too few for a standardised value. */
  public static boolean isTooSmallToStandardise(Kind kind, Sums total) {
    double size = kind == Kind.MEAN ? total.denominator().persons() : total.numerator().sum();
    return size < SMALLEST_STANDARDISED;
  }

  /**
   * Directly standardised to the European population of 2013. Groups without denominator are left
   * out and the weights rescaled.
   *
   * <p>Source of the interval for proportions and rates: Dobson, Kuulasmaa, Eberle and Scherer,
   * Confidence intervals for weighted sums of Poisson parameters, Statistics in Medicine
   * 1991;10:457-462, with Byar's limits of the whole count. For ratios and means it is normal, with
   * the groups' own variances weighted.
   *
   * @param total the crude sums, of which the numerator is the whole count
   * @param groups nineteen, in the order of the standard population
   */
  public static Estimate standardised(Kind kind, Sums total, List<Sums> groups) {
    int[] used = used(groups);
    double weights = IntStream.of(used).mapToDouble(EuropeanStandardPopulation.WEIGHTS::get).sum();
    double value =
        IntStream.of(used).mapToDouble(i -> share(i, weights) * groups.get(i).value()).sum();
    double variance =
        IntStream.of(used)
            .mapToDouble(i -> Math.pow(share(i, weights), 2) * variance(kind, groups.get(i)))
            .sum();
    Estimate estimate =
        new Estimate(value, Optional.empty(), Optional.empty(), groups.size() - used.length);
    return switch (kind) {
      case PROPORTION -> estimate.withInterval(variance, dobson(value, variance, total)).within(1);
      case RATE ->
          estimate
              .withInterval(variance, dobson(value, variance, total))
              .within(Double.POSITIVE_INFINITY);
      case RATIO, MEAN ->
          estimate.withInterval(variance, Ratios.normal(value, variance, Interval.Z));
      case SHARE -> estimate;
    };
  }

  /**
   * The deviation that independent errors of the groups' values give the standardised value.
   *
   * @param errors the variance of each group's error; read only where the group has a denominator
   */
  public static double standardisedDeviation(List<Sums> groups, List<Double> errors) {
    int[] used = used(groups);
    double weights = IntStream.of(used).mapToDouble(EuropeanStandardPopulation.WEIGHTS::get).sum();
    return Math.sqrt(
        IntStream.of(used).mapToDouble(i -> Math.pow(share(i, weights), 2) * errors.get(i)).sum());
  }

  private static Interval dobson(double value, double variance, Sums total) {
    double count = total.numerator().sum();
    double scale = Math.sqrt(variance / count);
    return Counts.byar(count, Interval.Z).map(limit -> value + scale * (limit - count));
  }

  private static double variance(Kind kind, Sums group) {
    double denominator = group.denominator().sum();
    return switch (kind) {
      case PROPORTION, RATE -> group.numerator().sum() / (denominator * denominator);
      case RATIO, MEAN -> Ratios.variance(group).orElse(0.0);
      case SHARE -> 0;
    };
  }

  private static int[] used(List<Sums> groups) {
    return IntStream.range(0, groups.size()).filter(i -> !groups.get(i).isEmpty()).toArray();
  }

  private static double share(int group, double weights) {
    return EuropeanStandardPopulation.WEIGHTS.get(group) / weights;
  }
}
