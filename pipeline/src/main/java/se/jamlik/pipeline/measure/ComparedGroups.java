package se.jamlik.pipeline.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;

/**
 * The groups of a dimension as they are compared, the least advantaged first where they have an
 * order. Values are in the indicator's unit; there is at least one group, and every denominator is
 * more than 0.
 */
public final class ComparedGroups {
  private final List<Group> groups;
  private final Direction direction;
  private final double[] values;
  private final double[] shares;
  private final double[] ranks;
  private final double mean;

  /**
   * One group.
   *
   * @param value in the indicator's unit, not negative
   * @param error the standard error of the value; none where chance has no variance that is known
   * @param denominator of the crude value, whatever the standard of the value
   */
  public record Group(double value, Optional<Double> error, double denominator) {}

  private ComparedGroups(
      List<Group> groups, Direction direction, double[] values, double[] shares, double[] ranks) {
    this.groups = groups;
    this.direction = direction;
    this.values = values;
    this.shares = shares;
    this.ranks = ranks;
    this.mean = mean(values, shares);
  }

  /**
   * Groups that are compared.
   *
   * @param groups in order
   * @param direction which way is better
   */
  public static ComparedGroups of(List<Group> groups, Direction direction) {
    double[] values = groups.stream().mapToDouble(Group::value).toArray();
    double[] shares = shares(groups);
    return new ComparedGroups(List.copyOf(groups), direction, values, shares, ranks(shares));
  }

  /** The same groups with other values, such as chance might have given them. */
  ComparedGroups withValues(double... others) {
    return new ComparedGroups(groups, direction, others, shares, ranks);
  }

  private static double[] shares(List<Group> groups) {
    double all = groups.stream().mapToDouble(Group::denominator).sum();
    return groups.stream().mapToDouble(group -> group.denominator() / all).toArray();
  }

  /** The midpoint of each group when all are lined up from 0 to 1. */
  private static double[] ranks(double... shares) {
    double[] ranks = new double[shares.length];
    double before = 0;
    for (int place = 0; place < ranks.length; place++) {
      ranks[place] = before + shares[place] / 2;
      before += shares[place];
    }
    return ranks;
  }

  List<Group> groups() {
    return groups;
  }

  int count() {
    return values.length;
  }

  double value(int place) {
    return values[place];
  }

  /** The group's share of all denominators; shares add up to 1. */
  double share(int place) {
    return shares[place];
  }

  /** The group's place from 0, the least advantaged, to 1. */
  double rank(int place) {
    return ranks[place];
  }

  double first() {
    return values[0];
  }

  double last() {
    return values[values.length - 1];
  }

  /** The smallest value. */
  double least() {
    return Arrays.stream(values).min().orElseThrow();
  }

  /** The best value: the highest where higher is better, else the lowest. */
  double best() {
    return direction == Direction.HIGHER ? Arrays.stream(values).max().orElseThrow() : least();
  }

  /** The mean of the values weighted by the shares. */
  double mean() {
    return mean;
  }

  /** Summed from the first value on, so that equal values have exactly that mean. */
  private static double mean(double[] values, double... shares) {
    double above = 0;
    for (int place = 0; place < values.length; place++) {
      above += shares[place] * (values[place] - values[0]);
    }
    return values[0] + above;
  }
}
