package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The spread of cost over the residents of an area.
 *
 * @param notDelivered why nothing is computed; empty where it is
 * @param reasons that go with every value of the cell
 */
public record ConcentrationCell(
    Cell cell, List<String> notDelivered, List<String> reasons, Concentration sums)
    implements Comparable<ConcentrationCell> {
  public ConcentrationCell {
    notDelivered = List.copyOf(notDelivered);
    reasons = List.copyOf(reasons);
  }

  public boolean isComputed() {
    return notDelivered.isEmpty();
  }

  /** The residents above a percentile against all, as an indicator's share is held. */
  public GroupSums top(int place) {
    return share(sums.tops().get(place));
  }

  /** All residents against all. */
  public GroupSums whole() {
    return share(sums.all());
  }

  private GroupSums share(Counted part) {
    return new GroupSums(
        new Sums(part, sums.all(), Counted.NONE, Counted.NONE, Squares.NONE),
        List.of(),
        sums.twoLargest());
  }

  @Override
  public int compareTo(ConcentrationCell other) {
    return Comparator.comparing(ConcentrationCell::cell).compare(this, other);
  }
}
