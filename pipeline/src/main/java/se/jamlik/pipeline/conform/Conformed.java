package se.jamlik.pipeline.conform;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.adapt.Delivery;

/**
 * What keeps the contract.
 *
 * @param tables by our name, those that hold a row: the rows that hold their key
 * @param madeFrom by our name, what changes when a row of the table does
 * @param made by our name, why a table was settled anew; the others stand as an earlier night has
 *     settled them
 * @param deliveries the account of every file that takes part, and of those set aside this night,
 *     in ledger order
 * @param shares the same as the tables of the contract see them: in place of each file of another
 *     shape, what every table has got of it
 */
public record Conformed(
    Map<String, Dataset<Row>> tables,
    Map<String, String> madeFrom,
    Map<String, List<String>> made,
    List<Delivery> deliveries,
    List<Delivery> shares) {
  public Conformed {
    tables = Map.copyOf(tables);
    madeFrom = Map.copyOf(madeFrom);
    made = Map.copyOf(made);
    deliveries = List.copyOf(deliveries);
    shares = List.copyOf(shares);
  }

  /** Why tables were settled anew, each cause with the number of them. */
  public SortedMap<String, Integer> whyMade() {
    SortedMap<String, Integer> why = new TreeMap<>();
    made.values().forEach(causes -> causes.forEach(cause -> why.merge(cause, 1, Integer::sum)));
    return why;
  }

  /** Rows of all files that take part. */
  public long rows() {
    return deliveries.stream().mapToLong(Delivery::rows).sum();
  }

  public long quarantined() {
    return deliveries.stream().mapToLong(Delivery::quarantined).sum();
  }

  public long accepted() {
    return deliveries.stream().mapToLong(Delivery::accepted).sum();
  }
}
