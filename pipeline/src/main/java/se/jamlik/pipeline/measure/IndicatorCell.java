package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * An indicator in a cell: what is known of it before anybody has decided what may be shown.
 *
 * @param about the cell's words and dates in the release
 * @param notDelivered why nothing is computed; empty where it is
 * @param reasons that go with every value of the cell
 * @param sums behind the values; empty ones where nothing is delivered
 */
public record IndicatorCell(
    IndicatorDefinition indicator,
    Cell cell,
    About about,
    List<String> notDelivered,
    List<String> reasons,
    GroupSums sums)
    implements Comparable<IndicatorCell> {

  public IndicatorCell {
    notDelivered = List.copyOf(notDelivered);
    reasons = List.copyOf(reasons);
  }

  /** Why a group is too small for a standardised value. */
  public static final String FEWER_THAN_TEN = "fewer than 10";

  public boolean isComputed() {
    return notDelivered.isEmpty();
  }

  public boolean isStandardised() {
    return isComputed() && !sums.standardGroups().isEmpty();
  }

  /** The row of a value: what is to be known of it, then what is of its cell. */
  public IndicatorValue shown(Standard standard, Sums total, Estimate estimate) {
    double multiplier = indicator.multiplier();
    Optional<Interval> limits =
        estimate.interval().map(interval -> interval.map(limit -> limit * multiplier));
    List<String> all = new ArrayList<>();
    if (estimate.leftOut() > 0) {
      all.add(estimate.leftOut() + " age groups left out");
    }
    all.addAll(reasons);
    return new IndicatorValue(
        this,
        standard,
        total.numerator().sum(),
        total.denominator().sum(),
        estimate.value() * multiplier,
        limits.map(Interval::low).orElse(null),
        limits.map(Interval::high).orElse(null),
        estimate.variance().map(chance -> multiplier * Math.sqrt(chance)).orElse(null),
        Status.SHOWN,
        all);
  }

  /** The row of a value that is not given, and why. */
  public IndicatorValue hidden(Standard standard, Status status, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(reasons);
    return new IndicatorValue(this, standard, null, null, null, null, null, null, status, all);
  }

  /** The rows of exact numbers: the crude one and, where it is given, the standardised one. */
  public List<IndicatorValue> values() {
    List<IndicatorValue> values = new ArrayList<>();
    if (!isComputed()) {
      String why = String.join("; ", notDelivered);
      values.add(hidden(Standard.CRUDE, Status.NOT_COMPUTED, why));
      if (!sums.standardGroups().isEmpty()) {
        values.add(hidden(Standard.ESP2013, Status.NOT_COMPUTED, why));
      }
      return values;
    }
    Kind kind = indicator.kind();
    Sums total = sums.total();
    values.add(shown(Standard.CRUDE, total, Estimates.crude(kind, total)));
    if (isStandardised()) {
      values.add(
          Estimates.isTooSmallToStandardise(kind, total)
              ? hidden(Standard.ESP2013, Status.NOT_COMPUTED, FEWER_THAN_TEN)
              : shown(
                  Standard.ESP2013,
                  total,
                  Estimates.standardised(kind, total, sums.standardGroups())));
    }
    return values;
  }

  @Override
  public int compareTo(IndicatorCell other) {
    int byIndicator = indicator.id().compareTo(other.indicator.id());
    return byIndicator == 0 ? cell.compareTo(other.cell) : byIndicator;
  }
}
