package se.jamlik.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.vocabulary.Definitions;

/**
 * What a night tells of itself in its record: names and values, in the order in which they are
 * told.
 */
final class NightFacts {
  private NightFacts() {}

  /** What was asked of it. */
  static Map<String, Object> asked(NightRequest request, Definitions definitions) {
    return told(
        "as_of", request.asOf().toString(),
        "inbox", request.deliveries().toString(),
        "code_version", Version.code(),
        "definitions_version", definitions.version(),
        "settings", request.settings().byName(),
        "skip", request.skip());
  }

  /**
   * What became of a delivered file.
   *
   * @param fresh numbers of the deliveries that this night has read first
   */
  static Map<String, Object> input(Delivery delivery, Set<Integer> fresh) {
    return told(
        "file", delivery.file(),
        "is_new", fresh.contains(delivery.number()),
        "sha256", delivery.sha256(),
        "rows", delivery.rows(),
        "accepted", delivery.accepted(),
        "quarantined", delivery.quarantined(),
        "duplicates", delivery.duplicates(),
        "verdict", delivery.verdict());
  }

  /** Names and values in turn. */
  static Map<String, Object> told(Object... namesAndValues) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      told.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return told;
  }
}
