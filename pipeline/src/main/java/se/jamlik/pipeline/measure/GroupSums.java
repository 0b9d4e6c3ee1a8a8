package se.jamlik.pipeline.measure;

import java.util.List;

/**
 * The sums of one indicator for one cell.
 *
 * @param standardGroups of the nineteen groups of the standard population, in their order; empty
 *     where no standardised value is given
 */
public record GroupSums(Sums total, List<Sums> standardGroups) {
  static final GroupSums NONE =
      new GroupSums(
          new Sums(Counted.NONE, Counted.NONE, Counted.NONE, Counted.NONE, Squares.NONE),
          List.of());

  public GroupSums {
    standardGroups = List.copyOf(standardGroups);
  }
}
