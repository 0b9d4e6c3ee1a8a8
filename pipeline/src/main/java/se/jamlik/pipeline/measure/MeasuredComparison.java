package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison with the values of its groups. A group without a value leaves every measure
 * without one; a hidden group leaves those without that use it (measures.md sections 4 and 5).
 */
record MeasuredComparison(Comparison comparison, EquityDimension dimension, Values values) {
  private static final String NO_VALUE = "no value";

  /**
   * The rows of table indicator_value by group, also of those that are in no comparison.
   *
   * @param ofStandard those that are compared
   * @param crude those whose denominators say how large the groups are
   */
  record Values(Map<String, IndicatorValue> ofStandard, Map<String, IndicatorValue> crude) {}

  /** A row for each measure; none where no group has a row. */
  List<Equity> rows(EquityIntervals intervals) {
    List<EquityMeasure> measures = dimension.measures().stream().sorted().toList();
    if (dimension.groups().stream().noneMatch(values.ofStandard()::containsKey)) {
      return List.of();
    }
    Map<String, List<String>> notComputed = withoutValue(dimension.groups(), Status.NOT_COMPUTED);
    if (!notComputed.isEmpty()) {
      return measures.stream()
          .map(measure -> hidden(measure, Status.NOT_COMPUTED, words(notComputed)))
          .toList();
    }
    Map<EquityMeasure, Interval> drawn = drawn(measures, intervals);
    return measures.stream().map(measure -> row(measure, drawn)).toList();
  }

  private Equity row(EquityMeasure measure, Map<EquityMeasure, Interval> drawn) {
    List<String> used = dimension.groupsOf(measure);
    Map<String, List<String>> suppressed = withoutValue(used, Status.SUPPRESSED);
    if (!suppressed.isEmpty()) {
      return hidden(measure, Status.SUPPRESSED, words(suppressed));
    }
    ComparedGroups compared = compared(used);
    return measure
        .whyNotComputed(compared)
        .map(why -> hidden(measure, Status.NOT_COMPUTED, List.of(why)))
        .orElseGet(
            () ->
                new Equity(
                    comparison,
                    measure,
                    measure.value(compared),
                    switch (measure) {
                      case DIFFERENCE -> EquityIntervals.ofDifference(compared);
                      case RATIO -> EquityIntervals.ofRatio(compared);
                      default -> Optional.ofNullable(drawn.get(measure));
                    },
                    dimension.groups().size(),
                    missingShare(),
                    Status.SHOWN,
                    reasons(List.of())));
  }

  /** The intervals of the measures that can be computed and have one by draws. */
  private Map<EquityMeasure, Interval> drawn(
      List<EquityMeasure> measures, EquityIntervals intervals) {
    if (!withoutValue(dimension.groups(), Status.SUPPRESSED).isEmpty()) {
      return Map.of();
    }
    ComparedGroups all = compared(dimension.groups());
    List<EquityMeasure> computed =
        measures.stream()
            .filter(measure -> !measure.isOfEnds() && measure.whyNotComputed(all).isEmpty())
            .toList();
    return intervals.drawn(all, computed, comparison.most());
  }

  private Equity hidden(EquityMeasure measure, Status status, List<String> why) {
    return new Equity(
        comparison,
        measure,
        null,
        Optional.empty(),
        dimension.groups().size(),
        missingShare(),
        status,
        reasons(why));
  }

  /** Why groups are not shown, and which they are; a group without a row is not computed. */
  private Map<String, List<String>> withoutValue(List<String> groups, Status status) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String group : groups) {
      IndicatorValue value = values.ofStandard().get(group);
      if (value == null && status == Status.NOT_COMPUTED) {
        found.computeIfAbsent(NO_VALUE, absent -> new ArrayList<>()).add(group);
      } else if (value != null && value.status() == status) {
        found.computeIfAbsent(value.reasons().get(0), absent -> new ArrayList<>()).add(group);
      }
    }
    return found;
  }

  /** Such as {@code <5 (1, 3)}: why, and in which groups. */
  private static List<String> words(Map<String, List<String>> groupsByReason) {
    return groupsByReason.entrySet().stream()
        .map(entry -> "%s (%s)".formatted(entry.getKey(), String.join(", ", entry.getValue())))
        .toList();
  }

  /** The reasons that go with the values of the groups go with what is made of them. */
  private List<String> reasons(List<String> why) {
    Set<String> all = new LinkedHashSet<>(why);
    dimension.groups().stream()
        .flatMap(group -> Optional.ofNullable(values.ofStandard().get(group)).stream())
        .forEach(value -> all.addAll(value.source().reasons()));
    return List.copyOf(all);
  }

  private ComparedGroups compared(List<String> groups) {
    return ComparedGroups.of(
        groups.stream().map(this::group).toList(), comparison.indicator().direction());
  }

  private ComparedGroups.Group group(String name) {
    IndicatorValue value = Objects.requireNonNull(values.ofStandard().get(name));
    return new ComparedGroups.Group(
        Objects.requireNonNull(value.value()),
        Optional.ofNullable(value.error()),
        denominator(name).orElseThrow());
  }

  /**
   * The share of the denominator whose group is not known: 0 where everybody's is, null where a
   * denominator that it takes is not shown.
   */
  private @Nullable Double missingShare() {
    if (!values.crude().containsKey(EquityDimension.MISSING)) {
      return 0.0;
    }
    List<Optional<Double>> known = dimension.groups().stream().map(this::denominator).toList();
    Optional<Double> missing = denominator(EquityDimension.MISSING);
    if (missing.isEmpty() || known.stream().anyMatch(Optional::isEmpty)) {
      return null;
    }
    double all = known.stream().mapToDouble(Optional::orElseThrow).sum() + missing.get();
    return missing.get() / all;
  }

  /** The crude denominator of a group: 0 without a row, nothing where it is not shown. */
  private Optional<Double> denominator(String group) {
    IndicatorValue value = values.crude().get(group);
    return value == null ? Optional.of(0.0) : Optional.ofNullable(value.denominator());
  }
}
