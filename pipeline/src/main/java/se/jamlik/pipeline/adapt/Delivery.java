package se.jamlik.pipeline.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One delivered file, as the ledger remembers it and the release tells of it: rows = accepted +
 * quarantined + duplicates.
 *
 * @param number place in the ledger, from 1; a higher number was delivered later
 * @param table the contract's name, or {@code <shape>/<extract>/<table>}
 * @param file path below the inbox
 * @param sha256 of the file's bytes, in hexadecimal
 * @param deliveredAt the as-of date at 00:00 UTC of the first night that saw the file
 * @param rows without header and blank lines
 * @param accepted rows that took a key or stand as events; never changes later
 * @param quarantined rows that break the contract
 * @param duplicates rows equal to one that was already there
 * @param replaced rows of earlier files whose key this file took over
 * @param blankLines lines that hold nothing but blanks
 * @param unknownColumns header names that the contract does not know, in the file's order
 * @param verdict one of the constants
 */
public record Delivery(
    int number,
    String table,
    String file,
    String sha256,
    Instant deliveredAt,
    long rows,
    long accepted,
    long quarantined,
    long duplicates,
    long replaced,
    long blankLines,
    List<String> unknownColumns,
    String verdict) {
  /** Seen by a night that did not end with a release: judged again by the next. */
  public static final String SEEN = "seen";

  public static final String ACCEPTED = "accepted";
  public static final String ACCEPTED_WITH_QUARANTINE = "accepted_with_quarantine";
  public static final String REPEATED = "repeated";
  public static final String REFUSED = "refused";

  /** Taken out on request: no row of it counts or is kept, and the same bytes do not come back. */
  public static final String FORGOTTEN = "forgotten";

  public Delivery {
    unknownColumns = List.copyOf(unknownColumns);
  }

  /** A delivery of which nothing is known yet but that it has come. */
  static Delivery seen(int number, String table, String file, String sha256, Instant deliveredAt) {
    return new Delivery(
        number, table, file, sha256, deliveredAt, 0, 0, 0, 0, 0, 0, List.of(), SEEN);
  }

  /** Whether the rows of the file take part. */
  public boolean isAccepted() {
    return verdict.equals(ACCEPTED) || verdict.equals(ACCEPTED_WITH_QUARANTINE);
  }

  public boolean isForgotten() {
    return verdict.equals(FORGOTTEN);
  }

  /** Whether a published night or the operator has judged the file, so that its verdict stands. */
  public boolean isSettled() {
    return isAccepted() || isForgotten() || verdict.equals(REPEATED);
  }

  /** The table and the bytes, by which a repetition is known. */
  public String content() {
    return table + " " + sha256;
  }

  /** The same without the name of the extract, by which a file is known in any extract. */
  String bytes() {
    String[] parts = table.split("/", 3);
    return (parts.length < 3 ? table : parts[0] + "/" + parts[2]) + " " + sha256;
  }

  /**
   * {@code <shape>/<extract>} of a file of another shape, whose rows mean something only together
   * with those of the other files of the extract; nothing when the file is in the contract's shape.
   */
  public Optional<String> extract() {
    int end = table.lastIndexOf('/');
    return end < 0 ? Optional.empty() : Optional.of(table.substring(0, end));
  }

  /** The same delivery, refused: none of its rows counts. */
  public Delivery refused(List<String> unknown) {
    return new Delivery(
        number, table, file, sha256, deliveredAt, 0, 0, 0, 0, 0, 0, unknown, REFUSED);
  }

  /** The same delivery, forgotten: nothing is told of it but that it came. */
  public Delivery forgotten() {
    return new Delivery(
        number, table, file, sha256, deliveredAt, 0, 0, 0, 0, 0, 0, List.of(), FORGOTTEN);
  }

  /** The same delivery, a repetition byte for byte of one with so many rows. */
  public Delivery repeating(long rows, long blankLines, List<String> unknown) {
    return new Delivery(
        number,
        table,
        file,
        sha256,
        deliveredAt,
        rows,
        0,
        0,
        rows,
        0,
        blankLines,
        unknown,
        REPEATED);
  }
}
