package se.jamlik.pipeline.link;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.Coverage;

/**
 * What link leaves to mark: the people of each period and what happened to them.
 *
 * @param tables by name; a table that was not delivered is there without rows. Days are whole
 *     numbers, intervals {@code [start_day, end_day)} and never open
 * @param linkRates in order of table, municipality and period
 */
public record Linked(
    Map<String, TableInParts> tables, Coverage coverage, List<LinkRate> linkRates) {
  public Linked {
    tables = Map.copyOf(tables);
    linkRates = List.copyOf(linkRates);
  }

  /** Tables of which nobody knows whether they have changed. */
  public static Linked unknown(Map<String, Dataset<Row>> tables, Coverage coverage) {
    return new Linked(
        tables.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, table -> TableInParts.unknown(table.getValue()))),
        coverage,
        List.of());
  }

  /** The rows of a table that is known to be there. */
  public Dataset<Row> table(String name) {
    TableInParts table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No linked table " + name);
    }
    return table.rows();
  }
}
