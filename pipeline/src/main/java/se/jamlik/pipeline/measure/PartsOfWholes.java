package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds cells against the cells that they are parts of: municipalities against the scope, sexes,
 * age groups and the groups of a dimension against all of them.
 */
final class PartsOfWholes {
  /** Sums of doubles may differ by their rounding. */
  private static final double ROUNDING = 1e-9;

  private PartsOfWholes() {}

  /**
   * Counts of a cell.
   *
   * @param what is counted, such as an indicator
   */
  record Counts(String what, Cell cell, List<Counted> counted) {
    Counts {
      counted = List.copyOf(counted);
    }
  }

  /** What a part is added up with: all parts of one kind of one whole. */
  private record Whole(String what, Cell cell, String by) {}

  private record Place(String what, Cell cell) {}

  /** Every whole that has parts, of any kind. */
  static SumCheck check(String table, Collection<Counts> cells) {
    Map<Place, List<Counted>> known = new HashMap<>();
    cells.forEach(cell -> known.put(new Place(cell.what(), cell.cell()), cell.counted()));
    Map<Whole, List<Counted>> sums = new LinkedHashMap<>();
    for (Counts part : cells) {
      wholes(part).forEach(whole -> sums.merge(whole, part.counted(), PartsOfWholes::added));
    }
    List<String> wrong = new ArrayList<>();
    sums.forEach(
        (whole, parts) -> {
          List<Counted> counted = known.get(new Place(whole.what(), whole.cell()));
          if (counted == null || !isEqual(counted, parts)) {
            wrong.add(
                "%s %s: the parts by %s do not add up to it"
                    .formatted(whole.what(), inWords(whole.cell()), whole.by()));
          }
        });
    return new SumCheck(SumCheck.Rule.PARTS_ADD_UP, table, sums.size(), wrong);
  }

  /** The cells that a cell is a part of, by what they are divided. */
  private static Stream<Whole> wholes(Counts part) {
    Cell cell = part.cell();
    List<Whole> wholes = new ArrayList<>();
    if (cell.areaLevel().equals(Cell.MUNICIPALITY)) {
      wholes.add(
          new Whole(
              part.what(),
              new Cell(
                  cell.period(),
                  Cell.SCOPE,
                  Cell.SCOPE,
                  cell.sex(),
                  cell.ageGroup(),
                  cell.dimension(),
                  cell.category()),
              Cell.MUNICIPALITY));
    }
    if (!cell.sex().equals(Cell.ALL)) {
      wholes.add(new Whole(part.what(), cell.ofSex(Cell.ALL), "sex"));
    }
    if (!cell.ageGroup().equals(Cell.ALL)) {
      wholes.add(new Whole(part.what(), cell.ofAgeGroup(Cell.ALL), "age group"));
    }
    if (!cell.dimension().equals(Cell.NONE)) {
      wholes.add(new Whole(part.what(), cell.of(Cell.NONE, Cell.ALL), cell.dimension()));
    }
    return wholes.stream();
  }

  static List<Counted> added(List<Counted> some, List<Counted> others) {
    List<Counted> added = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      added.add(some.get(i).with(others.get(i)));
    }
    return added;
  }

  /** The same persons, by number and by record keys, and the same sums. */
  static boolean isEqual(List<Counted> some, List<Counted> others) {
    boolean isEqual = some.size() == others.size();
    for (int i = 0; isEqual && i < some.size(); i++) {
      Counted one = some.get(i);
      Counted other = others.get(i);
      isEqual =
          one.persons() == other.persons()
              && one.key() == other.key()
              && Math.abs(one.sum() - other.sum()) <= ROUNDING * Math.max(1, Math.abs(one.sum()));
    }
    return isEqual;
  }

  /** Period, area and the groups of a cell. */
  static String inWords(Cell cell) {
    return Stream.of(
            cell.period(),
            cell.area(),
            cell.sex(),
            cell.ageGroup(),
            cell.dimension(),
            cell.category())
        .filter(word -> !word.equals(Cell.ALL) && !word.equals(Cell.NONE))
        .collect(Collectors.joining(" "));
  }
}
