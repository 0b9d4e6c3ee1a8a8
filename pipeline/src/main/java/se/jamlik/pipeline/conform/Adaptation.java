package se.jamlik.pipeline.conform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.adapt.Store.Note;

/**
 * What the extracts of other shapes have become.
 *
 * @param kept the rows that go to tables of the contract; none without a row
 * @param withoutPlace rows of each delivery, by its number, that find no place in their extract
 * @param joined rows of each delivery, by its number, that live on in rows of another delivery
 */
record Adaptation(List<KeptRows> kept, Map<Integer, Long> withoutPlace, Map<Integer, Long> joined) {
  Adaptation {
    kept = List.copyOf(kept);
    withoutPlace = Map.copyOf(withoutPlace);
    joined = Map.copyOf(joined);
  }

  /** The notes with the rows without a place among those that are quarantined. */
  Map<Integer, Note> counted(Map<Integer, Note> notes) {
    Map<Integer, Note> counted = new HashMap<>(notes);
    withoutPlace.forEach(
        (number, rows) ->
            counted.computeIfPresent(number, (key, note) -> note.withQuarantined(rows)));
    return counted;
  }
}
