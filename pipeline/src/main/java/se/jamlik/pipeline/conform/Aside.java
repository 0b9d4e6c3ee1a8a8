package se.jamlik.pipeline.conform;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Rows of a delivery that break the contract in the same way.
 *
 * @param reason without any value of a row
 * @param firstLine the line of the first of them, the header being line 1
 */
public record Aside(String reason, long rows, long firstLine) implements Serializable {
  /** Those of all parts of a delivery, in the order of their first lines. */
  static List<Aside> together(List<ChunkOutcome> parts) {
    TreeMap<String, Aside> byReason = new TreeMap<>();
    parts.stream()
        .flatMap(part -> part.asides().stream())
        .forEach(aside -> byReason.merge(aside.reason(), aside, Aside::and));
    return byReason.values().stream().sorted(Comparator.comparingLong(Aside::firstLine)).toList();
  }

  /** What the sender is to do. */
  public String advice() {
    return Reasons.advice(reason);
  }

  /** Both together; the reason is the same. */
  Aside and(Aside other) {
    return new Aside(reason, rows + other.rows, Math.min(firstLine, other.firstLine));
  }
}
