package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.List;

/**
 * The sums of one indicator for one cell.
 *
 * @param standardGroups of the nineteen groups of the standard population, in their order; empty
 *     where no standardised value is given
 * @param twoLargest of a share: what the two persons with most have together; else 0
 */
public record GroupSums(Sums total, List<Sums> standardGroups, double twoLargest)
    implements Serializable {

  static final GroupSums NONE =
      new GroupSums(
          new Sums(Counted.NONE, Counted.NONE, Counted.NONE, Counted.NONE, Squares.NONE),
          List.of(),
          0);

  GroupSums(Sums total, List<Sums> standardGroups) {
    this(total, standardGroups, 0);
  }

  public GroupSums {
    standardGroups = List.copyOf(standardGroups);
  }
}
