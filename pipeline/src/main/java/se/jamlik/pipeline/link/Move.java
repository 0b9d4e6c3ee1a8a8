package se.jamlik.pipeline.link;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registered event that changed where a person lives.
 *
 * @param day of the event, since 1 January 1970
 * @param toMunicipality where the person lives from then on; null is gone
 */
record Move(int day, Kind kind, @Nullable String toMunicipality) {

  /** The kinds as the register names them, in the order that they count on one day. */
  enum Kind {
    /** Born. */
    FODD,
    /** Immigrated. */
    INV,
    /** Moved out of a municipality. */
    UTFLYTT,
    /** Moved into a municipality. */
    INFLYTT,
    /** Emigrated. */
    UTV,
    /** Died. */
    DOD;

    private boolean isLeaving() {
      return this == UTV || this == DOD;
    }
  }

  static final Comparator<Move> IN_ORDER =
      Comparator.comparingInt(Move::day).thenComparing(Move::kind);

  /** Where the person lives after the event; empty when gone. */
  Optional<String> livesIn() {
    return kind.isLeaving() ? Optional.empty() : Optional.ofNullable(toMunicipality);
  }
}
