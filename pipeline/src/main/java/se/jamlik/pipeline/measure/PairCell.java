package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The residents of a cell who have two conditions at once, of whom there is at least one.
 *
 * @param grouper the code list that the conditions are of
 * @param conditionA before {@code conditionB} in alphabetical order
 * @param reasons that go with every value of the cell
 */
public record PairCell(
    String grouper,
    String conditionA,
    String conditionB,
    Cell cell,
    List<String> reasons,
    PairSums sums)
    implements Comparable<PairCell> {
  private static final Comparator<PairCell> ORDER =
      Comparator.comparing(PairCell::grouper)
          .thenComparing(PairCell::conditionA)
          .thenComparing(PairCell::conditionB)
          .thenComparing(PairCell::cell);

  public PairCell {
    reasons = List.copyOf(reasons);
  }

  @Override
  public int compareTo(PairCell other) {
    return ORDER.compare(this, other);
  }
}
