package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;

/**
 * Those of a group in an area of whom the same has become a year later.
 *
 * @param cell the area where they lived at the end of the first year
 * @param nextPeriod the year after
 * @param notDelivered why nothing is computed; empty where it is
 * @param reasons that go with every value of the cell
 */
public record FlowCell(
    Cohort cohort,
    Cohort.Outcome outcome,
    Cell cell,
    String nextPeriod,
    List<String> notDelivered,
    List<String> reasons,
    FlowSums sums)
    implements Comparable<FlowCell> {
  private static final Comparator<FlowCell> ORDER =
      Comparator.comparing(FlowCell::cohort)
          .thenComparing(FlowCell::cell)
          .thenComparing(FlowCell::outcome);

  /**
   * The counts of an outcome.
   *
   * @param persons of whom it has become so
   * @param population the group at the end of the first year
   * @param residents those of it who live in the scope at the end of the next
   */
  public record FlowSums(Counted persons, Counted population, Counted residents) {
    static final FlowSums NONE = new FlowSums(Counted.NONE, Counted.NONE, Counted.NONE);
  }

  public FlowCell {
    notDelivered = List.copyOf(notDelivered);
    reasons = List.copyOf(reasons);
  }

  public boolean isComputed() {
    return notDelivered.isEmpty();
  }

  @Override
  public int compareTo(FlowCell other) {
    return ORDER.compare(this, other);
  }
}
