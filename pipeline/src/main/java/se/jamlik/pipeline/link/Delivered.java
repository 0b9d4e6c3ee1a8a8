package se.jamlik.pipeline.link;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.Origin;

/**
 * What link is given.
 *
 * @param tables conformed, by our names
 * @param madeFrom by our names, what changes when a row of the table does
 * @param recordKeys id of the secret that record keys are made with
 */
public record Delivered(
    Map<String, Dataset<Row>> tables, Map<String, String> madeFrom, String recordKeys) {
  private static final String NOT_DELIVERED = "not delivered";

  public Delivered {
    tables = Map.copyOf(tables);
    madeFrom = Map.copyOf(madeFrom);
  }

  /** Tables of which nobody knows whether they have changed. */
  static Delivered unknown(Map<String, Dataset<Row>> tables) {
    return new Delivered(tables, Map.of(), Origin.UNKNOWN);
  }

  /** The origin of what is made from some of the tables. */
  Origin origin(String... names) {
    Origin origin = Origin.NOTHING;
    for (String name : names) {
      String unknown = tables.containsKey(name) ? Origin.UNKNOWN : NOT_DELIVERED;
      origin = origin.with("table " + name, madeFrom.getOrDefault(name, unknown));
    }
    return origin;
  }
}
