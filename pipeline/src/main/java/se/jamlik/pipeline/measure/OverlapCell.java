package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * The residents of a cell who have mental conditions, others, both or neither.
 *
 * @param reasons that go with every value of the cell
 * @param sums both: those of the overlap; withA: those who are alike in other conditions; withB:
 *     those who are alike in mental ones
 */
public record OverlapCell(Overlap overlap, Cell cell, List<String> reasons, PairSums sums)
    implements Comparable<OverlapCell> {
  private static final Comparator<OverlapCell> ORDER =
      Comparator.comparing(OverlapCell::cell).thenComparing(OverlapCell::overlap);

  public OverlapCell {
    reasons = List.copyOf(reasons);
  }

  /**
   * All four of every cell that has residents and a row in condition_count.
   *
   * @param sums of {@link Overlap#terms}, in their order
   */
  static List<OverlapCell> of(
      List<SortedMap<Cell, GroupSums>> sums, Function<Cell, List<String>> reasons) {
    List<OverlapCell> cells = new ArrayList<>();
    for (Map.Entry<Cell, GroupSums> entry : sums.get(0).entrySet()) {
      Cell cell = entry.getKey();
      if (ConditionCell.isOf(cell)) {
        List<Overlap> overlaps = List.of(Overlap.values());
        Map<Overlap, Counted> parts = new EnumMap<>(Overlap.class);
        for (int i = 0; i < sums.size(); i++) {
          parts.put(
              overlaps.get(i), Objects.requireNonNull(sums.get(i).get(cell)).total().numerator());
        }
        Counted population = entry.getValue().total().denominator();
        for (Overlap overlap : Overlap.values()) {
          cells.add(
              new OverlapCell(overlap, cell, reasons.apply(cell), overlap.sums(parts, population)));
        }
      }
    }
    return cells;
  }

  @Override
  public int compareTo(OverlapCell other) {
    return ORDER.compare(this, other);
  }
}
