package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The residents of a sex and of ten years of age in an area, and those of them who have two
 * conditions or more.
 *
 * @param cell whose age group is all or one of ten years
 * @param reasons that go with every value of the cell
 * @param sums those of the indicator of two conditions
 */
public record PopulationCell(Cell cell, List<String> reasons, Sums sums)
    implements Comparable<PopulationCell> {
  /** The indicator of two conditions or more. */
  private static final String INDICATOR = "MM2";

  public PopulationCell {
    reasons = List.copyOf(reasons);
  }

  /**
   * Every area, sex and age that has residents, and their margins, of what the indicator adds up.
   *
   * @param baseCells the sums of {@code terms} and of more after them
   */
  static List<PopulationCell> of(
      List<Term> terms,
      SortedMap<BaseCell, long[][]> baseCells,
      Function<Cell, List<String>> reasons) {
    return IntStream.range(0, terms.size())
        .filter(slot -> terms.get(slot).id().equals(INDICATOR))
        .boxed()
        .flatMap(slot -> sums(slot, new TermSums(terms.get(slot)), baseCells).entrySet().stream())
        .map(
            cell ->
                new PopulationCell(cell.getKey(), reasons.apply(cell.getKey()), cell.getValue()))
        .filter(cell -> !cell.sums().isEmpty())
        .toList();
  }

  private static Map<Cell, Sums> sums(
      int slot, TermSums adder, SortedMap<BaseCell, long[][]> baseCells) {
    SortedMap<Cell, long[]> added = new TreeMap<>();
    baseCells.forEach(
        (base, sums) -> {
          // One of the three dimensions: each has all persons.
          if (base.by().equals(BaseCell.INCOME) && sums[slot] != null) {
            cells(base)
                .forEach(
                    cell ->
                        adder.addAll(
                            added.computeIfAbsent(cell, absent -> adder.empty()), sums[slot]));
          }
        });
    SortedMap<Cell, Sums> sums = new TreeMap<>();
    added.forEach((cell, ofCell) -> sums.put(cell, adder.sums(ofCell)));
    return sums;
  }

  private static Stream<Cell> cells(BaseCell base) {
    return Stream.of(
            Cell.wholeArea(base.period(), Cell.SCOPE, Cell.SCOPE),
            Cell.wholeArea(base.period(), Cell.MUNICIPALITY, base.municipality()))
        .flatMap(area -> Stream.of(area, area.ofSex(base.sex())))
        .flatMap(sex -> Stream.of(sex, sex.ofAgeGroup(AgeBands.tenYears(base.band()))));
  }

  @Override
  public int compareTo(PopulationCell other) {
    return cell.compareTo(other.cell);
  }
}
