package se.jamlik.pipeline.protect;

/**
 * What became of one row, for table suppression.
 *
 * @param row of the release
 * @param kind whether it is hidden for its own sake
 */
record Decision<T>(T row, Kind kind) {

  /** Why a row is hidden, if it is. */
  enum Kind {
    OPEN,
    /** Its own counts are too small. */
    PRIMARY,
    /** It is derived from a hidden row. */
    SECONDARY
  }

  static <T> Decision<T> open(T row) {
    return new Decision<>(row, Kind.OPEN);
  }

  static <T> Decision<T> primary(T row) {
    return new Decision<>(row, Kind.PRIMARY);
  }

  static <T> Decision<T> secondary(T row) {
    return new Decision<>(row, Kind.SECONDARY);
  }
}
