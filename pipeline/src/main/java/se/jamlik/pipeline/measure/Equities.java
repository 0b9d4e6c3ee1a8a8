package se.jamlik.pipeline.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes table equity of the values of table indicator_value, be they exact or as they are shown, so
 * that nothing can be had from the one that is not in the other.
 */
public final class Equities {
  private final Map<String, EquityDimension> dimensions;
  private final EquityIntervals intervals;
  private final SortedMap<Comparison, Map<String, IndicatorValue>> groups = new TreeMap<>();

  private Equities(List<EquityDimension> dimensions) {
    int mostGroups = dimensions.stream().mapToInt(one -> one.groups().size()).max().orElseThrow();
    this.dimensions =
        dimensions.stream().collect(Collectors.toMap(EquityDimension::name, Function.identity()));
    this.intervals = new EquityIntervals(Draws.of(EquityIntervals.DRAWS, mostGroups));
  }

  /**
   * One row per comparison that has a group with a row, and measure that its dimension has.
   *
   * @param values rows of table indicator_value, in any order
   * @param municipalities of the scope
   */
  public static List<Equity> of(List<IndicatorValue> values, List<String> municipalities) {
    Equities equities = new Equities(EquityDimension.of(municipalities));
    values.forEach(equities::add);
    return equities.rows();
  }

  private void add(IndicatorValue value) {
    Comparison.of(value)
        .ifPresent(
            member ->
                groups
                    .computeIfAbsent(member.comparison(), absent -> new HashMap<>())
                    .put(member.group(), value));
  }

  /** Comparisons have nothing to do with each other, so that they can be made side by side. */
  private List<Equity> rows() {
    return groups.keySet().parallelStream()
        .flatMap(
            comparison ->
                new MeasuredComparison(comparison, dimension(comparison), values(comparison))
                    .rows(intervals).stream())
        .toList();
  }

  private EquityDimension dimension(Comparison comparison) {
    EquityDimension dimension = dimensions.get(comparison.dimension());
    if (dimension == null) {
      throw new IllegalStateException("No dimension " + comparison.dimension());
    }
    return dimension;
  }

  private MeasuredComparison.Values values(Comparison comparison) {
    return new MeasuredComparison.Values(
        groups.getOrDefault(comparison, Map.of()),
        groups.getOrDefault(comparison.crude(), Map.of()));
  }
}
