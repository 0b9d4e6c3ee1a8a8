package se.jamlik.pipeline.kept;

import java.util.Locale;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * The rows of one place, in one Parquet file.
 *
 * @param origin what they are made from
 * @param schema of the rows, as JSON
 * @param content what changes when a row does: {@link #EMPTY} without rows, and {@link
 *     Origin#UNKNOWN} when the piece is only planned
 * @param bytes hash of the file, by which it is known to be whole; empty without one
 * @param isSettled whether the newest release stands on it
 */
record Piece(
    Place place, Origin origin, String schema, String content, String bytes, boolean isSettled) {
  /** The content of a piece without rows, which has no file. */
  static final String EMPTY = "empty";

  /** A piece whose rows lie in a file, or have none. */
  static Piece made(Place place, Origin origin, String schema, Optional<KeptFiles.Hashes> file) {
    return new Piece(
        place,
        origin,
        schema,
        file.map(hashes -> Sha256.of(schema + hashes.rows()).substring(0, 32)).orElse(EMPTY),
        file.map(KeptFiles.Hashes::bytes).orElse(""),
        false);
  }

  static Piece planned(Place place, Origin origin) {
    return new Piece(place, origin, "", Origin.UNKNOWN, "", false);
  }

  boolean hasFile() {
    return !bytes.isEmpty();
  }

  /** Two pieces of a place with the same name hold the same bytes. */
  String file() {
    return String.format(Locale.ROOT, "b%03d-s%d-%s.parquet", place.bucket(), place.slice(), bytes);
  }

  Piece settled() {
    return new Piece(place, origin, schema, content, bytes, true);
  }
}
