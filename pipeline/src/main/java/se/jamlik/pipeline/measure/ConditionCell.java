package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The residents of a cell who have a number of conditions.
 *
 * @param conditions 0, 1, 2, 3, 4 or 5+
 * @param reasons that go with every value of the cell
 * @param sums numerator: persons with as many conditions; denominator: residents at the end
 */
public record ConditionCell(Cell cell, String conditions, List<String> reasons, Sums sums)
    implements Comparable<ConditionCell> {
  /** The grouper whose conditions are counted. */
  public static final String GROUPER = "calderon60";

  private static final int MOST = 5;
  private static final Comparator<ConditionCell> ORDER =
      Comparator.comparing(ConditionCell::cell).thenComparing(ConditionCell::conditions);

  public ConditionCell {
    reasons = List.copyOf(reasons);
  }

  /** One term for each number of conditions. */
  static List<Term> terms() {
    Stream<Term> exactly =
        Stream.iterate(0, number -> number + 1)
            .limit(MOST)
            .map(number -> Term.shareAtEnd("" + number, "condition_count = " + number));
    Term more = Term.shareAtEnd(MOST + "+", "condition_count >= " + MOST);
    return Stream.concat(exactly, Stream.of(more)).toList();
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
