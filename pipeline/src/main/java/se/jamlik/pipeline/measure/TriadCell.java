package se.jamlik.pipeline.measure;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The residents of the scope who have three conditions at once.
 *
 * @param grouper the code list that the conditions are of
 * @param conditions three in alphabetical order
 * @param reasons that go with every value of the cell
 */
public record TriadCell(
    String grouper, List<String> conditions, Cell cell, List<String> reasons, TriadSums sums) {
  /** How many triads of a grouper and period have a row. */
  public static final int MOST = 20;

  /** A triad that fewer have is no common one. */
  public static final long FEWEST = 10;

  /** A changed count lies at most five from its own, two at most ten from each other. */
  private static final long REACH = 10;

  private static final Comparator<TriadCell> BY_NAME =
      Comparator.comparing((TriadCell cell) -> cell.conditions().get(0))
          .thenComparing(cell -> cell.conditions().get(1))
          .thenComparing(cell -> cell.conditions().get(2));

  public TriadCell {
    conditions = List.copyOf(conditions);
    reasons = List.copyOf(reasons);
  }

  /**
   * The triads of one grouper and period that may be among the most common, by exact or by changed
   * counts, the most common first.
   */
  static List<TriadCell> mostCommon(List<TriadCell> triads) {
    List<TriadCell> ordered = ordered(triads, TriadCell::persons);
    if (ordered.size() <= MOST) {
      return ordered;
    }
    long fewest = ordered.get(MOST - 1).persons() - REACH;
    return ordered.stream().filter(triad -> triad.persons() >= fewest).toList();
  }

  /**
   * The most common triads of one grouper and period that at least {@link #FEWEST} have; of equally
   * common ones those whose names come first.
   *
   * @param persons exact, or as they are shown
   */
  public static List<TriadCell> mostCommon(
      List<TriadCell> triads, ToLongFunction<TriadCell> persons) {
    return ordered(triads, persons).stream()
        .filter(triad -> persons.applyAsLong(triad) >= FEWEST)
        .limit(MOST)
        .toList();
  }

  private static List<TriadCell> ordered(
      List<TriadCell> triads, ToLongFunction<TriadCell> persons) {
    return triads.stream()
        .sorted(Comparator.comparingLong(persons).reversed().thenComparing(BY_NAME))
        .toList();
  }

  long persons() {
    return sums.all().persons();
  }
}
