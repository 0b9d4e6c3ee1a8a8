package se.jamlik.pipeline.link;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Stops the night when too few rows of a table belong to anybody in the population: then a key was
 * changed or a delivery is of other people, and every number would be too low without looking so.
 */
public final class LinkGate {
  private LinkGate() {}

  /**
   * Refuses tables that link worse than the settings allow, all at once.
   *
   * @throws UserError with {@link ExitCode#QUALITY}
   */
  public static void refuseUnlinked(List<LinkRate> linkRates, Settings.Quality quality) {
    List<String> tables = tablesBelow(quality.leastLinked(), linkRates);
    if (!tables.isEmpty()) {
      throw new UserError(
          ExitCode.QUALITY,
          "Cannot trust %s: less than %.0f %% of the rows belong to anybody in rtb_bef. Ask the sender whether the pseudonyms were made with the project's key."
              .formatted(String.join(", ", tables), 100 * quality.leastLinked()));
    }
  }

  /** The tables that an operator should hear of, by their names in the contract. */
  public static List<String> warnings(List<LinkRate> linkRates, Settings.Quality quality) {
    return tablesBelow(quality.expectedLinked(), linkRates);
  }

  /** Share of each table's rows that belong to somebody, by its name in the contract, if any. */
  public static SortedMap<String, Double> shares(List<LinkRate> linkRates) {
    Map<String, Long> linked = sums(linkRates, LinkRate::rowsLinked);
    SortedMap<String, Double> shares = new TreeMap<>();
    sums(linkRates, LinkRate::rows)
        .forEach(
            (table, rows) -> shares.put(table, linked.getOrDefault(table, 0L) / (double) rows));
    return shares;
  }

  private static List<String> tablesBelow(double share, List<LinkRate> linkRates) {
    Map<String, Long> rows = sums(linkRates, LinkRate::rows);
    Map<String, Long> linked = sums(linkRates, LinkRate::rowsLinked);
    return rows.keySet().stream()
        .filter(table -> linked.getOrDefault(table, 0L) < share * rows.getOrDefault(table, 0L))
        .toList();
  }

  private static Map<String, Long> sums(List<LinkRate> linkRates, ToLongFunction<LinkRate> count) {
    return linkRates.stream()
        .filter(rate -> rate.hasRows() && rate.period().equals(LinkRate.ALL))
        .collect(
            Collectors.groupingBy(LinkRate::table, TreeMap::new, Collectors.summingLong(count)));
  }
}
