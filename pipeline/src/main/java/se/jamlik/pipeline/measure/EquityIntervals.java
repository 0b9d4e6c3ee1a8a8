package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.FastMath;

/**
 * Intervals of 95 percent of equity measures: in closed form for difference and ratio, by draws
 * from the groups' standard errors for the others.
 */
record EquityIntervals(Draws draws) {
  /** Measures.md section 4. */
  static final int DRAWS = 1000;

  private static final double TAIL = 0.025;

  /**
   * The difference of two independent values: the squares of their errors add.
   *
   * @param groups the two that are compared, or more of which the first and last are
   * @return none where an error is not known
   */
  static Optional<Interval> ofDifference(ComparedGroups groups) {
    double difference = Inequality.difference(groups);
    return ends(groups)
        .map(ends -> Interval.Z * Math.hypot(ends.firstError(), ends.lastError()))
        .map(distance -> new Interval(difference - distance, difference + distance));
  }

  /**
   * The ratio of two independent values, on the scale of its logarithm, where the squares of the
   * relative errors add.
   *
   * <p>Source: Katz, Baptista, Azen and Pike, Obtaining confidence intervals for the risk ratio in
   * cohort studies, Biometrics 1978;34:469-474.
   *
   * @return none where an error is not known or a value is 0, which has no logarithm
   */
  static Optional<Interval> ofRatio(ComparedGroups groups) {
    double ratio = Inequality.ratio(groups);
    return ends(groups)
        .filter(ends -> groups.first() > 0 && groups.last() > 0)
        .map(
            ends ->
                Interval.Z
                    * Math.hypot(
                        ends.firstError() / groups.first(), ends.lastError() / groups.last()))
        .map(
            distance ->
                new Interval(ratio * FastMath.exp(-distance), ratio * FastMath.exp(distance)));
  }

  private record Ends(double firstError, double lastError) {}

  private static Optional<Ends> ends(ComparedGroups groups) {
    List<ComparedGroups.Group> all = groups.groups();
    Optional<Double> last = all.get(all.size() - 1).error();
    return all.get(0).error().flatMap(first -> last.map(other -> new Ends(first, other)));
  }

  /**
   * Intervals by draws: the 2.5th and the 97.5th percentile of the measure over the draws, made
   * wide enough to hold the value itself, since chance makes groups differ more and never less than
   * not at all.
   *
   * @param measures those that are wanted
   * @param most that a value can be
   * @return nothing for any measure where an error is not known, nor for one whose limit is
   *     infinite
   */
  Map<EquityMeasure, Interval> drawn(
      ComparedGroups groups, Collection<EquityMeasure> measures, double most) {
    Map<EquityMeasure, Interval> intervals = new EnumMap<>(EquityMeasure.class);
    if (groups.groups().stream().anyMatch(group -> group.error().isEmpty())) {
      return intervals;
    }
    List<ComparedGroups> drawn = drawn(groups, most);
    for (EquityMeasure measure : measures) {
      double[] values = drawn.stream().mapToDouble(measure::value).sorted().toArray();
      double value = measure.value(groups);
      Interval limits =
          new Interval(
              Math.min(percentile(values, TAIL), value),
              Math.max(percentile(values, 1 - TAIL), value));
      if (Double.isFinite(limits.low()) && Double.isFinite(limits.high())) {
        intervals.put(measure, limits);
      }
    }
    return intervals;
  }

  private List<ComparedGroups> drawn(ComparedGroups groups, double most) {
    double[][] ofGroups = new double[groups.count()][];
    for (int place = 0; place < ofGroups.length; place++) {
      double error = groups.groups().get(place).error().orElseThrow();
      ofGroups[place] = draws.of(place, groups.value(place), error, most);
    }
    List<ComparedGroups> drawn = new ArrayList<>();
    for (int draw = 0; draw < draws.count(); draw++) {
      int which = draw;
      drawn.add(groups.withValues(Arrays.stream(ofGroups).mapToDouble(of -> of[which]).toArray()));
    }
    return drawn;
  }

  /** Linear between the two nearest of the sorted draws. */
  private static double percentile(double[] sorted, double share) {
    double place = (sorted.length - 1) * share;
    int before = (int) place;
    int after = Math.min(before + 1, sorted.length - 1);
    double part = place - before;
    return (1 - part) * sorted[before] + part * sorted[after];
  }
}
