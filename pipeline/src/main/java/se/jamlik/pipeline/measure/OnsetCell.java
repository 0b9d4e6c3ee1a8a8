package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;

/**
 * The residents of a cell by age, and how many of each age have two conditions or more.
 *
 * @param reasons that go with every value of the cell
 * @param population residents of all ages
 * @param groups the nineteen of the standard population
 */
public record OnsetCell(Cell cell, List<String> reasons, Counted population, List<Sums> groups)
    implements Comparable<OnsetCell> {
  /** The indicator of two conditions or more. */
  private static final String INDICATOR = "MM2";

  public OnsetCell {
    reasons = List.copyOf(reasons);
    groups = List.copyOf(groups);
  }

  /**
   * From the indicator of two conditions: the scope, its sexes and incomes, and the municipalities.
   */
  static List<OnsetCell> of(List<IndicatorCell> indicatorCells) {
    return indicatorCells.stream()
        .filter(cell -> cell.indicator().id().equals(INDICATOR) && cell.isStandardised())
        .filter(cell -> isOf(cell.cell()))
        .map(
            cell ->
                new OnsetCell(
                    cell.cell(),
                    cell.reasons(),
                    cell.sums().total().denominator(),
                    cell.sums().standardGroups()))
        .toList();
  }

  private static boolean isOf(Cell cell) {
    boolean isWithoutDimension = cell.dimension().equals(Cell.NONE);
    return cell.isScope()
        ? isWithoutDimension || cell.dimension().equals(BaseCell.INCOME)
        : isWithoutDimension && cell.sex().equals(Cell.ALL);
  }

  @Override
  public int compareTo(OnsetCell other) {
    return Comparator.comparing(OnsetCell::cell).compare(this, other);
  }
}
