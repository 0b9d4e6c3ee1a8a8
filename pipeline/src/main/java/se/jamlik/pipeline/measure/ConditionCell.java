package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The residents of a cell who have a number of conditions.
 *
 * @param grouper the code list whose conditions are counted
 * @param conditions 0, 1, 2, 3, 4 or 5+
 * @param reasons that go with every value of the cell
 * @param sums numerator: persons with as many conditions; denominator: residents at the end
 */
public record ConditionCell(
    String grouper, Cell cell, String conditions, List<String> reasons, Sums sums)
    implements Comparable<ConditionCell> {
  private static final Comparator<ConditionCell> ORDER =
      Comparator.comparing(ConditionCell::grouper)
          .thenComparing(ConditionCell::cell)
          .thenComparing(ConditionCell::conditions);

  public ConditionCell {
    reasons = List.copyOf(reasons);
  }

  /** Whether the table has a breakdown: fewer than the indicators have. */
  static boolean isOf(Cell cell) {
    boolean isWholeArea = cell.sex().equals(Cell.ALL) && cell.ageGroup().equals(Cell.ALL);
    boolean isWithoutDimension = cell.dimension().equals(Cell.NONE);
    if (cell.areaLevel().equals(Cell.MUNICIPALITY)) {
      return isWholeArea && isWithoutDimension;
    }
    boolean isByIncome = cell.dimension().equals(BaseCell.INCOME) && cell.sex().equals(Cell.ALL);
    return cell.isScope() && (isWithoutDimension || isByIncome);
  }

  @Override
  public int compareTo(ConditionCell other) {
    return ORDER.compare(this, other);
  }
}
