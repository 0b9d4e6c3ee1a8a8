package se.jamlik.pipeline.adapt;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /**
   * Table and bytes of what has been forgotten and does not come back. An extract is one delivery:
   * it is what was forgotten when it holds no other file, whatever its name.
   */
  public Set<String> forgotten() {
    List<Delivery> forgotten = settled.stream().filter(Delivery::isForgotten).toList();
    List<Delivery> arrived = arrivals.stream().map(Arrival::delivery).toList();
    Set<String> again =
        Extracts.holdingNothingBut(
            forgotten.stream().map(Delivery::bytes).collect(Collectors.toSet()),
            Stream.concat(settled.stream(), arrived.stream()).toList());
    return Stream.concat(
            forgotten.stream(),
            arrived.stream().filter(file -> file.extract().filter(again::contains).isPresent()))
        .map(Delivery::content)
        .collect(Collectors.toSet());
  }

  /** Rows of all files that this night judges, counted by their bytes. */
  public long rows() {
    return arrivals.stream().mapToLong(arrival -> arrival.scan().rows()).sum();
  }
}
