package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The cells of condition_prevalence, condition_pair and condition_triad, made from the base cells
 * of one pass. Persons of one period are in one base cell, so that counts and keys of unions just
 * add.
 *
 * @param baseCells the sums of {@code added}
 * @param reasons what is to be known of conditions in a cell
 */
record ConditionCells(
    Added added, SortedMap<BaseCell, long[][]> baseCells, Function<Cell, List<String>> reasons) {

  /** Every condition of every grouper in each cell that has residents. */
  List<PrevalenceCell> prevalences() {
    List<PrevalenceCell> cells = new ArrayList<>();
    for (int i = 0; i < added.groupers().size(); i++) {
      Grouper grouper = added.groupers().get(i);
      conditions(i).forEach((cell, counts) -> cells.addAll(prevalences(grouper, cell, counts)));
    }
    return cells;
  }

  /** The pairs of conditions that somebody has, in the scope and its sexes. */
  List<PairCell> pairs() {
    List<PairCell> cells = new ArrayList<>();
    for (int i = 0; i < added.groupers().size(); i++) {
      Grouper grouper = added.groupers().get(i);
      SortedMap<Cell, long[]> pairs = pairs(i);
      conditions(i)
          .forEach(
              (cell, counts) ->
                  Optional.ofNullable(pairs.get(cell))
                      .ifPresent(ofPairs -> cells.addAll(pairs(grouper, cell, counts, ofPairs))));
    }
    return cells;
  }

  /** The triads of conditions that many residents of the scope have. */
  List<TriadCell> triads() {
    List<TriadCell> cells = new ArrayList<>();
    for (int i = 0; i < added.groupers().size(); i++) {
      Grouper grouper = added.groupers().get(i);
      SortedMap<Cell, long[]> conditions = conditions(i);
      summed(added.slotOfTriads(i), base -> Stream.of(scope(base)))
          .forEach(
              (cell, triads) ->
                  cells.addAll(
                      TriadCell.mostCommon(
                          triads(
                              grouper,
                              cell,
                              Objects.requireNonNull(conditions.get(cell)),
                              triads))));
    }
    return cells;
  }

  private List<TriadCell> triads(Grouper grouper, Cell cell, long[] conditions, long[] triads) {
    List<String> names = grouper.conditions();
    List<TriadCell> cells = new ArrayList<>();
    for (int c = 2; c < names.size(); c++) {
      for (int b = 1; b < c; b++) {
        for (int a = 0; a < b; a++) {
          Counted all = ConditionCounts.withAll(triads, a, b, c);
          if (all.persons() > 0) {
            cells.add(
                new TriadCell(
                    grouper.id(),
                    List.of(names.get(a), names.get(b), names.get(c)),
                    cell,
                    reasons.apply(cell),
                    new TriadSums(
                        all,
                        Stream.of(a, b, c)
                            .map(condition -> ConditionCounts.with(conditions, condition))
                            .toList(),
                        ConditionCounts.everybody(conditions))));
          }
        }
      }
    }
    return cells;
  }

  private List<PrevalenceCell> prevalences(Grouper grouper, Cell cell, long[] counts) {
    List<String> why = reasons.apply(cell);
    List<PrevalenceCell> cells = new ArrayList<>();
    for (int condition = 0; condition < grouper.conditions().size(); condition++) {
      cells.add(
          new PrevalenceCell(
              grouper.id(),
              grouper.conditions().get(condition),
              cell,
              why,
              share(ConditionCounts.with(counts, condition), ConditionCounts.everybody(counts))));
    }
    return cells;
  }

  private static Sums share(Counted part, Counted whole) {
    return new Sums(part, whole, Counted.NONE, Counted.NONE, Squares.NONE);
  }

  private List<PairCell> pairs(Grouper grouper, Cell cell, long[] conditions, long[] counts) {
    List<String> why = reasons.apply(cell);
    List<PairCell> cells = new ArrayList<>();
    for (int later = 1; later < grouper.conditions().size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        Counted both = ConditionCounts.withBoth(counts, earlier, later);
        if (both.persons() > 0) {
          cells.add(
              new PairCell(
                  grouper.id(),
                  grouper.conditions().get(earlier),
                  grouper.conditions().get(later),
                  cell,
                  why,
                  new PairSums(
                      both,
                      ConditionCounts.with(conditions, earlier),
                      ConditionCounts.with(conditions, later),
                      ConditionCounts.everybody(conditions))));
        }
      }
    }
    return cells;
  }

  private SortedMap<Cell, long[]> conditions(int grouper) {
    return summed(added.slotOfConditions(grouper), ConditionCells::cellsOfConditions);
  }

  private SortedMap<Cell, long[]> pairs(int grouper) {
    return summed(added.slotOfPairs(grouper), ConditionCells::cellsOfPairs);
  }

  private SortedMap<Cell, long[]> summed(int slot, Function<BaseCell, Stream<Cell>> cellsOf) {
    Adder adder = added.adders().get(slot);
    SortedMap<Cell, long[]> sums = new TreeMap<>();
    for (Map.Entry<BaseCell, long[][]> base : baseCells.entrySet()) {
      long[] counts = base.getValue()[slot];
      if (counts != null) {
        cellsOf
            .apply(base.getKey())
            .forEach(
                cell -> adder.addAll(sums.computeIfAbsent(cell, absent -> adder.empty()), counts));
      }
    }
    return sums;
  }

  private static Stream<Cell> cellsOfConditions(BaseCell base) {
    Cell scope = scope(base);
    return Stream.of(
        scope,
        Cell.wholeArea(base.period(), Cell.MUNICIPALITY, base.municipality()),
        scope.ofSex(base.sex()),
        scope.ofAgeGroup(AgeBands.shownGroup(base.band())));
  }

  private static Stream<Cell> cellsOfPairs(BaseCell base) {
    return Stream.of(scope(base), scope(base).ofSex(base.sex()));
  }

  private static Cell scope(BaseCell base) {
    return Cell.wholeArea(base.period(), Cell.SCOPE, Cell.SCOPE);
  }
}
