package se.jamlik.jobs.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The measures of section 4 over groups of which the least advantaged comes first. */
record ReferenceInequality(List<Group> groups, boolean isHigherBetter) {

  /** A group's value, crude denominator and standard error, null when it has none. */
  record Group(double y, double denominator, @Nullable Double error) {}

  double value(String measure) {
    double mean = mean();
    return switch (measure) {
      case "difference" -> first().y() - last().y();
      case "ratio" -> first().y() / last().y();
      case "sii" -> predicted(0) - predicted(1);
      case "rii" -> predicted(0) / predicted(1);
      case "aci" -> concentration();
      case "rci" -> concentration() / mean;
      case "par" -> mean - best();
      case "paf" -> (mean - best()) / mean;
      case "bgv" -> variance();
      case "bgsd" -> Math.sqrt(variance());
      case "idis" -> disparity();
      case "theil" -> theil();
      case "mld" -> meanLogDeviation();
      default -> throw new IllegalArgumentException(measure);
    };
  }

  /** Null when the measure has a value. */
  @Nullable String whyUndefined(String measure) {
    boolean isDividedByZero =
        switch (measure) {
          case "ratio" -> last().y() == 0;
          case "rii" -> predicted(1) == 0;
          case "rci", "paf", "idis", "theil" -> mean() == 0;
          case "mld" -> groups.stream().anyMatch(group -> group.y() == 0);
          default -> false;
        };
    if (isDividedByZero) {
      return "division by zero";
    }
    boolean isBelow = predicted(0) <= 0 || predicted(1) <= 0;
    return measure.equals("rii") && isBelow ? "no positive prediction" : null;
  }

  /** Of the difference and the ratio; null when there are none. */
  double @Nullable [] limits(String measure) {
    Double ofFirst = first().error();
    Double ofLast = last().error();
    if (ofFirst == null || ofLast == null) {
      return null;
    }
    double z = ReferenceStatistics.Z;
    if (measure.equals("difference")) {
      double width = z * Math.sqrt(ofFirst * ofFirst + ofLast * ofLast);
      double difference = value(measure);
      return new double[] {difference - width, difference + width};
    }
    if (first().y() == 0) {
      return null;
    }
    double width =
        z * Math.sqrt(Math.pow(ofFirst / first().y(), 2) + Math.pow(ofLast / last().y(), 2));
    double log = Math.log(value(measure));
    return new double[] {Math.exp(log - width), Math.exp(log + width)};
  }

  private Group first() {
    return groups.get(0);
  }

  private Group last() {
    return groups.get(groups.size() - 1);
  }

  private double share(Group group) {
    return group.denominator() / groups.stream().mapToDouble(Group::denominator).sum();
  }

  private double mean() {
    double mean = 0;
    for (Group group : groups) {
      mean += share(group) * group.y();
    }
    return mean;
  }

  private double best() {
    double best = first().y();
    for (Group group : groups) {
      best = isHigherBetter ? Math.max(best, group.y()) : Math.min(best, group.y());
    }
    return best;
  }

  private double rank(int place) {
    double below = 0;
    for (Group group : groups.subList(0, place)) {
      below += share(group);
    }
    return below + share(groups.get(place)) / 2;
  }

  /** By the normal equations of the weighted regression of y on the rank. */
  private double predicted(double at) {
    double sumR = 0;
    double sumY = 0;
    double sumRr = 0;
    double sumRy = 0;
    for (int place = 0; place < groups.size(); place++) {
      double p = share(groups.get(place));
      double r = rank(place);
      double y = groups.get(place).y();
      sumR += p * r;
      sumY += p * y;
      sumRr += p * r * r;
      sumRy += p * r * y;
    }
    double slope = (sumRy - sumR * sumY) / (sumRr - sumR * sumR);
    double predicted = sumY - slope * sumR + slope * at;
    return Math.abs(predicted) < 1e-12 * sumY ? 0 : predicted;
  }

  private double concentration() {
    double sum = 0;
    for (int place = 0; place < groups.size(); place++) {
      sum += share(groups.get(place)) * (2 * rank(place) - 1) * groups.get(place).y();
    }
    return sum;
  }

  private double variance() {
    double mean = mean();
    return groups.stream().mapToDouble(group -> share(group) * Math.pow(group.y() - mean, 2)).sum();
  }

  private double disparity() {
    double mean = mean();
    double sum = groups.stream().mapToDouble(group -> Math.abs(group.y() - mean) / mean).sum();
    return 100.0 / groups.size() * sum;
  }

  private double theil() {
    double sum = 0;
    for (Group group : groups) {
      double relative = group.y() / mean();
      sum += relative == 0 ? 0 : share(group) * relative * Math.log(relative);
    }
    return sum;
  }

  private double meanLogDeviation() {
    double mean = mean();
    return groups.stream().mapToDouble(group -> share(group) * Math.log(mean / group.y())).sum();
  }
}
