package se.jamlik.jobs.reference;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/** Values and 95 % intervals, without a multiplier, as section 4 of the measures words them. */
final class ReferenceStatistics {
  static final double Z = 1.959963984540054;
  private static final double[] ESP2013 = {
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000,
    2500, 1500, 1000
  };

  private ReferenceStatistics() {}

  /** Decides the interval. */
  enum Kind {
    PROPORTION,
    RATE,
    RATIO,
    MEAN,
    SHARE
  }

  /**
   * One person's part of the numerator and the denominator, and the person's standard age group
   * 0..18.
   */
  record Term(double x, double y, int ageGroup) {}

  /** A value with its limits, which are null together when there is no interval. */
  record Estimate(double value, @Nullable Double low, @Nullable Double high) {}

  /** How many age groups had no denominator, beside the estimate and its standard error. */
  record Standardised(Estimate estimate, double error, int groupsLeftOut) {}

  static double numerator(List<Term> terms) {
    return terms.stream().mapToDouble(Term::x).sum();
  }

  static double denominator(List<Term> terms) {
    return terms.stream().mapToDouble(Term::y).sum();
  }

  static Estimate crude(Kind kind, List<Term> terms) {
    double x = numerator(terms);
    double y = denominator(terms);
    return switch (kind) {
      case PROPORTION -> wilson(x, y);
      case RATE -> new Estimate(x / y, poissonLow(x) / y, poissonHigh(x) / y);
      case RATIO, MEAN -> ratio(terms);
      case SHARE -> new Estimate(x / y, null, null);
    };
  }

  static Estimate wilson(double x, double n) {
    double p = x / n;
    double centre = 2 * x + Z * Z;
    double width = Z * Math.sqrt(Z * Z + 4 * x * (1 - p));
    double scale = 2 * (n + Z * Z);
    return new Estimate(
        p, Math.max(0, (centre - width) / scale), Math.min(1, (centre + width) / scale));
  }

  /** Byar's limit, and the exact one below 10. */
  static double poissonLow(double count) {
    if (count < 10) {
      return count == 0
          ? 0
          : new ChiSquaredDistribution(2 * count).inverseCumulativeProbability(0.025) / 2;
    }
    return byarLow(count);
  }

  static double poissonHigh(double count) {
    if (count < 10) {
      return new ChiSquaredDistribution(2 * count + 2).inverseCumulativeProbability(0.975) / 2;
    }
    return byarHigh(count);
  }

  static double byarLow(double count) {
    return count * Math.pow(1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count)), 3);
  }

  static double byarHigh(double count) {
    double next = count + 1;
    return next * Math.pow(1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next)), 3);
  }

  private static Estimate ratio(List<Term> terms) {
    double value = numerator(terms) / denominator(terms);
    if (termsThatCount(terms) < 2) {
      return new Estimate(value, null, null);
    }
    double width = Z * Math.sqrt(ratioVariance(terms));
    return new Estimate(value, Math.max(0, value - width), value + width);
  }

  /** The standard error of a crude value; null when nothing is known of it. */
  static @Nullable Double crudeError(Kind kind, List<Term> terms) {
    double x = numerator(terms);
    double y = denominator(terms);
    return switch (kind) {
      case PROPORTION -> Math.sqrt(x / y * (1 - x / y) / y);
      case RATE -> Math.sqrt(x) / y;
      case RATIO, MEAN -> termsThatCount(terms) < 2 ? null : Math.sqrt(ratioVariance(terms));
      case SHARE -> null;
    };
  }

  private static long termsThatCount(List<Term> terms) {
    return terms.stream().filter(term -> term.x() != 0 || term.y() != 0).count();
  }

  /** The variance of Σx/Σy over the n terms that are not 0/0; 0 when there is but one. */
  static double ratioVariance(List<Term> terms) {
    double n = termsThatCount(terms);
    if (n < 2) {
      return 0;
    }
    double value = numerator(terms) / denominator(terms);
    double squares =
        terms.stream().mapToDouble(term -> Math.pow(term.x() - value * term.y(), 2)).sum();
    return n / (n - 1) * squares / Math.pow(denominator(terms), 2);
  }

  /**
   * Weighted by the European standard population of 2013; needs a numerator of at least 10 for
   * proportions and rates.
   */
  static Standardised standardised(Kind kind, List<Term> terms) {
    double weights = 0;
    double value = 0;
    double variance = 0;
    int leftOut = 0;
    Map<Integer, List<Term>> byAge = terms.stream().collect(Collectors.groupingBy(Term::ageGroup));
    for (int group = 0; group < ESP2013.length; group++) {
      List<Term> ofGroup = byAge.getOrDefault(group, List.of());
      double y = denominator(ofGroup);
      if (y == 0) {
        leftOut++;
        continue;
      }
      double weight = ESP2013[group];
      weights += weight;
      value += weight * numerator(ofGroup) / y;
      boolean isCount = kind == Kind.PROPORTION || kind == Kind.RATE;
      double ofValue = isCount ? numerator(ofGroup) / (y * y) : ratioVariance(ofGroup);
      variance += weight * weight * ofValue;
    }
    Estimate estimate =
        withLimits(kind, value / weights, variance / (weights * weights), numerator(terms));
    return new Standardised(estimate, Math.sqrt(variance) / weights, leftOut);
  }

  private static Estimate withLimits(Kind kind, double value, double variance, double count) {
    if (kind == Kind.RATIO || kind == Kind.MEAN) {
      double width = Z * Math.sqrt(variance);
      return new Estimate(value, Math.max(0, value - width), value + width);
    }
    double perEvent = Math.sqrt(variance / count);
    double low = Math.max(0, value + perEvent * (byarLow(count) - count));
    double high = value + perEvent * (byarHigh(count) - count);
    return new Estimate(value, low, kind == Kind.PROPORTION ? Math.min(1, high) : high);
  }
}
