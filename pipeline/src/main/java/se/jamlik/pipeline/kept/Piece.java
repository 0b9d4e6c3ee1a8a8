package se.jamlik.pipeline.kept;

import java.util.Locale;

/**
 * The rows of one place, in one Parquet file.
 *
 * @param origin what they are made from
 * @param schema of the rows, as JSON
 * @param content the first 32 hexadecimal digits of the SHA-256 of the file, {@link #EMPTY} without
 *     rows, or {@link Origin#UNKNOWN} when the piece is only planned
 * @param isSettled whether the newest release stands on it
 */
record Piece(Place place, Origin origin, String schema, String content, boolean isSettled) {
  /** The content of a piece without rows, which has no file. */
  static final String EMPTY = "empty";

  boolean hasFile() {
    return !content.equals(EMPTY) && !content.equals(Origin.UNKNOWN);
  }

  /** Two pieces of a place with the same name hold the same bytes. */
  String file() {
    return String.format(
        Locale.ROOT, "b%03d-s%d-%s.parquet", place.bucket(), place.slice(), content);
  }

  Piece settled() {
    return new Piece(place, origin, schema, content, true);
  }
}
