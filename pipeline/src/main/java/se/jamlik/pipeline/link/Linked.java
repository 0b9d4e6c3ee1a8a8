package se.jamlik.pipeline.link;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Coverage;

/**
 * What link leaves to mark: the people of each period and what happened to them.
 *
 * @param tables by name; a table that was not delivered is there without rows. Days are whole
 *     numbers, intervals {@code [start_day, end_day)} and never open
 * @param linkRates in order of table, municipality and period
 */
public record Linked(
    Map<String, Dataset<Row>> tables, Coverage coverage, List<LinkRate> linkRates) {
  public Linked {
    tables = Map.copyOf(tables);
    linkRates = List.copyOf(linkRates);
  }

  /** A table that is known to be there. */
  public Dataset<Row> table(String name) {
    Dataset<Row> table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No linked table " + name);
    }
    return table;
  }
}
