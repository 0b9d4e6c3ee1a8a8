package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of one table that hold their key, after the deliveries taken so far, in the order of
 * delivery.
 */
final class ReferenceLedger {
  /** What became of a row that keeps the contract. */
  enum Verdict {
    ACCEPTED,
    /** Accepted, and it takes its key over from a row of an earlier file. */
    REPLACES_EARLIER_FILE,
    DUPLICATE
  }

  private record Held(ReferenceRow row, int file) {}

  private final ReferenceTable table;
  private final Map<List<Object>, Held> byKey = new LinkedHashMap<>();
  private final List<ReferenceRow> events = new ArrayList<>();
  private final Set<ReferenceRow> eventsOfEarlierFiles = new HashSet<>();
  private int eventsRemembered;
  private int file;

  ReferenceLedger(ReferenceTable table) {
    this.table = table;
  }

  /** From here on rows belong to a later file than those before. */
  void nextFile() {
    file++;
    eventsOfEarlierFiles.addAll(events.subList(eventsRemembered, events.size()));
    eventsRemembered = events.size();
  }

  Verdict take(ReferenceRow row) {
    return table.hasWholeRowKey() ? takeEvent(row) : takeKeyed(row);
  }

  private Verdict takeEvent(ReferenceRow row) {
    if (eventsOfEarlierFiles.contains(row)) {
      return Verdict.DUPLICATE;
    }
    events.add(row);
    return Verdict.ACCEPTED;
  }

  private Verdict takeKeyed(ReferenceRow row) {
    Held held = byKey.get(row.key());
    if (held != null && held.row().equals(row)) {
      return Verdict.DUPLICATE;
    }
    byKey.put(row.key(), new Held(row, file));
    return held != null && held.file() < file ? Verdict.REPLACES_EARLIER_FILE : Verdict.ACCEPTED;
  }

  List<ReferenceRow> rows() {
    return table.hasWholeRowKey() ? events : byKey.values().stream().map(Held::row).toList();
  }
}
