package se.jamlik.pipeline.adapt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Extracts among deliveries, whose files are one delivery together. */
final class Extracts {
  private Extracts() {}

  /** Those of which every file holds bytes that are among these, whatever the extract's name. */
  static Set<String> holdingNothingBut(Set<String> bytes, List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(delivery -> delivery.extract().isPresent())
        .collect(
            Collectors.groupingBy(
                delivery -> delivery.extract().orElseThrow(),
                Collectors.reducing(
                    true, delivery -> bytes.contains(delivery.bytes()), Boolean::logicalAnd)))
        .entrySet()
        .stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
