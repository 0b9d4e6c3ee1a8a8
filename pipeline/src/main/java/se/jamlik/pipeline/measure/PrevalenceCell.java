package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The residents of a cell who have a condition.
 *
 * @param grouper the code list that the condition is of
 * @param reasons that go with every value of the cell
 * @param sums numerator: persons with the condition; denominator: residents at the end
 */
public record PrevalenceCell(
    String grouper, String condition, Cell cell, List<String> reasons, Sums sums)
    implements Comparable<PrevalenceCell> {
  private static final Comparator<PrevalenceCell> ORDER =
      Comparator.comparing(PrevalenceCell::grouper)
          .thenComparing(PrevalenceCell::condition)
          .thenComparing(PrevalenceCell::cell);

  public PrevalenceCell {
    reasons = List.copyOf(reasons);
  }

  @Override
  public int compareTo(PrevalenceCell other) {
    return ORDER.compare(this, other);
  }
}
