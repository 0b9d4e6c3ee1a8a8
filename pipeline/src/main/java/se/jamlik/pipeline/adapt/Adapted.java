package se.jamlik.pipeline.adapt;

import java.time.LocalDate;
import java.util.List;

/**
 * What has been delivered.
 *
 * @param asOf the logical date of the night
 * @param settled deliveries that an earlier published night has judged, in ledger order
 * @param arrivals files that this night judges, in ledger order
 */
public record Adapted(LocalDate asOf, List<Delivery> settled, List<Arrival> arrivals) {
  public Adapted {
    settled = List.copyOf(settled);
    arrivals = List.copyOf(arrivals);
  }

  /** Rows of all files that this night judges, counted by their bytes. */
  public long rows() {
    return arrivals.stream().mapToLong(arrival -> arrival.scan().rows()).sum();
  }
}
