package se.jamlik.pipeline.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.link.LinkRate;

/** Files, link rates and checks drawn by hand. */
final class Drawn {
  private Drawn() {}

  static Check check(String name, String table) {
    return Checks.of(SmallTables.DEFINITIONS).stream()
        .filter(check -> check.name().equals(name) && check.table().equals(table))
        .findFirst()
        .orElseThrow();
  }

  static Delivery file(int number, String table, long rows, Map<String, Long> counts) {
    long quarantined = counts.getOrDefault("quarantined", 0L);
    long duplicates = counts.getOrDefault("duplicates", 0L);
    return new Delivery(
        number,
        table,
        table + "/" + number + ".csv",
        "hash" + number,
        Instant.EPOCH,
        rows,
        rows - quarantined - duplicates,
        quarantined,
        duplicates,
        counts.getOrDefault("replaced", 0L),
        0,
        counts.containsKey("unknown") ? List.of("extra") : List.of(),
        counts.containsKey("refused") ? Delivery.REFUSED : Delivery.ACCEPTED);
  }

  static LinkRate rate(
      String table, String municipality, String period, long rows, long linked, long after) {
    return new LinkRate(table, municipality, period, rows, linked, after, 1, 1, 1, 1);
  }
}
