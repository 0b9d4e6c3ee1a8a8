package se.jamlik.pipeline.adapt;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Table and bytes of what has been forgotten and does not come back. */
  public Set<String> forgotten() {
    return settled.stream()
        .filter(Delivery::isForgotten)
        .map(Delivery::content)
        .collect(Collectors.toSet());
  }

  /** Rows of all files that this night judges, counted by their bytes. */
  public long rows() {
    return arrivals.stream().mapToLong(arrival -> arrival.scan().rows()).sum();
  }
}
