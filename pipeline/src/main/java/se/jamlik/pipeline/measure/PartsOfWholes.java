package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds cells against the cells that they are parts of: municipalities against the scope, sexes,
 * age groups and the groups of a dimension against all of them.
 */
final class PartsOfWholes {
  /** Sums of doubles may differ by their rounding. */
  private static final double ROUNDING = 1e-9;

  /** Such as 2023-2025. */
  private static final Pattern SEVERAL_YEARS = Pattern.compile("[0-9]{4}-[0-9]{4}");

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
          if (counted == null || !adds(whole.cell(), counted, parts)) {
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

  /** Somebody may be in several parts of several years, and is one person of the whole. */
  private static boolean adds(Cell whole, List<Counted> counted, List<Counted> parts) {
    return SEVERAL_YEARS.matcher(whole.period()).matches()
        ? all(counted, parts, PartsOfWholes::isSameSum)
        : isEqual(counted, parts);
  }

  /** The same persons, by number and by record keys, and the same sums. */
  static boolean isEqual(List<Counted> some, List<Counted> others) {
    return all(
        some,
        others,
        (one, other) ->
            one.persons() == other.persons() && one.key() == other.key() && isSameSum(one, other));
  }

  private static boolean isSameSum(Counted one, Counted other) {
    return Math.abs(one.sum() - other.sum()) <= ROUNDING * Math.max(1, Math.abs(one.sum()));
  }

  private static boolean all(
      List<Counted> some, List<Counted> others, BiPredicate<Counted, Counted> isSame) {
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> isSame.test(some.get(i), others.get(i)));
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
