package se.jamlik.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.LaidNote;

/** How much of a stage an earlier night had made, and why the rest was made. */
final class Reuse {
  private Reuse() {}

  /** The counts of a stage, followed by its pieces made and reused, and the causes of the made. */
  static Map<String, Object> told(Map<String, Object> counts, Keeping keeping, String stage) {
    List<LaidNote> notes =
        keeping.notes().stream().filter(note -> note.stage().equals(stage)).toList();
    Map<String, Object> told = new LinkedHashMap<>(counts);
    told.put("made", notes.stream().mapToInt(LaidNote::made).sum());
    told.put("reused", notes.stream().mapToInt(LaidNote::reused).sum());
    told.put("why", why(notes));
    return told;
  }

  /** The causes, each with the number of pieces that were made because of it. */
  private static SortedMap<String, Integer> why(List<LaidNote> notes) {
    SortedMap<String, Integer> why = new TreeMap<>();
    notes.forEach(
        note -> note.why().forEach((cause, made) -> why.merge(cause, made, Integer::sum)));
    return why;
  }
}
