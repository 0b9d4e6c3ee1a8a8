package se.jamlik.pipeline.kept;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a night makes and reuses of one table.
 *
 * <p>It is filled while the tables of a stage are laid side by side.
 */
public final class LaidNote {
  static final String NEVER_MADE = "never made";
  private static final String DAMAGED = "the files are gone or damaged";

  private final String stage;
  private final String table;
  private final Map<String, Integer> why = new TreeMap<>();
  private int made;
  private int reused;

  LaidNote(String stage, String table) {
    this.stage = stage;
    this.table = table;
  }

  /** Of the pieces asked for, those that are missing are told of by why they are. */
  synchronized void add(int asked, Map<Place, Origin> missing, Collection<Piece> there) {
    made += missing.size();
    reused += asked - missing.size();
    missing.forEach(
        (place, origin) ->
            reasons(origin, place, there).forEach(cause -> why.merge(cause, 1, Integer::sum)));
  }

  /** A text that is kept whole counts as one piece. */
  synchronized void add(boolean isMade, List<String> reasons) {
    made += isMade ? 1 : 0;
    reused += isMade ? 0 : 1;
    reasons.forEach(cause -> why.merge(cause, 1, Integer::sum));
  }

  private static List<String> reasons(Origin asked, Place place, Collection<Piece> there) {
    List<Piece> before = there.stream().filter(piece -> piece.place().equals(place)).toList();
    if (before.isEmpty()) {
      return List.of(NEVER_MADE);
    }
    // What the newest release stands on tells best; without a release the latest attempt does.
    Piece latest =
        before.stream().filter(Piece::isSettled).findFirst().orElse(before.get(before.size() - 1));
    return differences(asked, latest.origin());
  }

  static List<String> differences(Origin asked, Origin before) {
    List<String> differences = asked.differences(before);
    return differences.isEmpty() ? List.of(DAMAGED) : differences;
  }

  public String stage() {
    return stage;
  }

  public String table() {
    return table;
  }

  /** Pieces that were not there. */
  public synchronized int made() {
    return made;
  }

  /** Pieces that an earlier night has made. */
  public synchronized int reused() {
    return reused;
  }

  /** The causes that have changed, each with the number of pieces that it is a cause of. */
  public synchronized Map<String, Integer> why() {
    return Map.copyOf(why);
  }
}
