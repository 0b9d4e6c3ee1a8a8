package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sums of every cell of the release, made from those of the base cells. Persons of one period
 * are in one base cell of each dimension, so that sums, counts and keys of unions just add.
 */
final class CellSums {
  private static final int STANDARD_GROUPS = EuropeanStandardPopulation.WEIGHTS.size();

  private final List<Term> terms;
  private final List<TermSums> adders;
  private final BiPredicate<Term, String> isLeftOutOfScope;
  private final SortedMap<Cell, long[][]> totals = new TreeMap<>();
  private final SortedMap<Cell, long[][][]> standardGroups = new TreeMap<>();

  /**
   * @param isLeftOutOfScope whether the scope's value of a term is computed without a municipality
   */
  CellSums(List<Term> terms, BiPredicate<Term, String> isLeftOutOfScope) {
    this.terms = terms;
    this.adders = TermSums.of(terms);
    this.isLeftOutOfScope = isLeftOutOfScope;
  }

  /** Adds base cells; their order is that of the map, so that every run adds alike. */
  void addAll(SortedMap<BaseCell, long[][]> baseCells) {
    baseCells.forEach((base, sums) -> cells(base).forEach(cell -> add(cell, base, sums)));
  }

  /** Takes sums that were added up cell by cell; a standard group comes beside its whole cell. */
  void put(PooledCell place, long[][] sums) {
    if (place.isWhole()) {
      totals.put(place.cell(), sums);
    } else {
      groupsOf(place.cell())[place.standardGroup()] = sums;
    }
  }

  private long[][][] groupsOf(Cell cell) {
    return standardGroups.computeIfAbsent(
        cell, absent -> new long[STANDARD_GROUPS][terms.size()][]);
  }

  /** The sums of a term in every cell where somebody is in its population. */
  SortedMap<Cell, GroupSums> of(int term) {
    SortedMap<Cell, GroupSums> found = new TreeMap<>();
    for (Map.Entry<Cell, long[][]> entry : totals.entrySet()) {
      long[][] sums = entry.getValue();
      if (sums[term] != null) {
        Sums total = adders.get(term).sums(sums[term]);
        if (!total.isEmpty()) {
          found.put(entry.getKey(), new GroupSums(total, groups(entry.getKey(), term)));
        }
      }
    }
    return found;
  }

  private List<Sums> groups(Cell cell, int term) {
    long[][][] groups = standardGroups.get(cell);
    if (groups == null) {
      return List.of();
    }
    TermSums adder = adders.get(term);
    return Stream.of(groups)
        .map(sums -> adder.sums(sums[term] == null ? adder.empty() : sums[term]))
        .toList();
  }

  /** The breakdowns of the release contract that a base cell is a part of. */
  static Stream<Cell> cells(BaseCell base) {
    Cell municipality = Cell.wholeArea(base.period(), Cell.MUNICIPALITY, base.municipality());
    Cell scope = Cell.wholeArea(base.period(), Cell.SCOPE, Cell.SCOPE);
    return switch (base.by()) {
      case BaseCell.CONDITIONS, BaseCell.PAIRS, BaseCell.TRIADS -> Stream.empty();
      case BaseCell.REGSO, BaseCell.DESO ->
          Stream.of(Cell.wholeArea(base.period(), base.by(), base.category()));
      case BaseCell.INCOME ->
          Stream.concat(
              Stream.of(scope, municipality).flatMap(area -> withoutDimension(area, base)),
              Stream.concat(
                  withDimension(scope, municipality, base),
                  Stream.of(ofShownGroup(scope, base).of(base.by(), base.category()))));
      default -> withDimension(scope, municipality, base);
    };
  }

  private static Stream<Cell> withoutDimension(Cell area, BaseCell base) {
    return Stream.of(area, area.ofSex(base.sex()), ofShownGroup(area, base));
  }

  private static Stream<Cell> withDimension(Cell scope, Cell municipality, BaseCell base) {
    Cell ofScope = scope.of(base.by(), base.category());
    return Stream.of(
        ofScope, ofScope.ofSex(base.sex()), municipality.of(base.by(), base.category()));
  }

  private static Cell ofShownGroup(Cell area, BaseCell base) {
    return area.ofAgeGroup(AgeBands.shownGroup(base.band()));
  }

  private void add(Cell cell, BaseCell base, long[][] sums) {
    long[][] total = totals.computeIfAbsent(cell, absent -> new long[terms.size()][]);
    addTerms(cell, base, sums, total);
    if (cell.isStandardised()) {
      addTerms(cell, base, sums, groupsOf(cell)[AgeBands.standardGroup(base.band())]);
    }
  }

  private void addTerms(Cell cell, BaseCell base, long[][] sums, long[][] target) {
    IntStream.range(0, terms.size())
        .filter(i -> sums[i] != null)
        .filter(i -> !cell.isScope() || !isLeftOutOfScope.test(terms.get(i), base.municipality()))
        .forEach(i -> Kernel.addAll(adders.get(i), target, i, sums[i]));
  }
}
