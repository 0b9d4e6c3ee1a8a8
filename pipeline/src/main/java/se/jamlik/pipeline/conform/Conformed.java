package se.jamlik.pipeline.conform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.adapt.Delivery;

/**
 * What keeps the contract.
 *
 * @param tables by our name, those that hold a row: the rows that hold their key
 * @param madeFrom by our name, what changes when a row of the table does
 * @param reused tables that lie as an earlier night has written them
 * @param deliveries the account of every file that takes part, and of those set aside this night,
 *     in ledger order
 * @param shares the same as the tables of the contract see them: in place of each file of another
 *     shape, what every table has got of it
 */
public record Conformed(
    Map<String, Dataset<Row>> tables,
    Map<String, String> madeFrom,
    Set<String> reused,
    List<Delivery> deliveries,
    List<Delivery> shares) {
  public Conformed {
    tables = Map.copyOf(tables);
    madeFrom = Map.copyOf(madeFrom);
    reused = Set.copyOf(reused);
    deliveries = List.copyOf(deliveries);
    shares = List.copyOf(shares);
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
