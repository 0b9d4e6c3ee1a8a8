package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store.Note;

/** The account of every file: rows = accepted + quarantined + duplicates, or the night stops. */
final class Account {
  private final List<SettledTable> tables;
  private final Map<Integer, Long> joined;
  private final Set<String> forgotten;
  private final Map<Integer, Note> notes;
  private final Map<Integer, List<String>> unknownColumns = new HashMap<>();
  private final Set<Integer> refused = new HashSet<>();

  private Account(
      Adapted adapted,
      Map<Integer, Note> notes,
      List<SettledTable> tables,
      Map<Integer, Long> joined) {
    this.forgotten = adapted.forgotten();
    this.notes = notes;
    this.tables = tables;
    this.joined = joined;
  }

  /** In ledger order; {@code joined} rows of a delivery live on in rows of others. */
  static List<Delivery> of(
      Adapted adapted,
      Map<Integer, Note> notes,
      List<SettledTable> tables,
      Map<Integer, Long> joined) {
    Account account = new Account(adapted, notes, tables, joined);
    Map<Integer, Delivery> byNumber = new TreeMap<>();
    adapted.settled().forEach(delivery -> byNumber.put(delivery.number(), delivery));
    for (Arrival arrival : adapted.arrivals()) {
      byNumber.put(arrival.delivery().number(), arrival.delivery());
      if (!arrival.refusals().isEmpty()) {
        account.refused.add(arrival.delivery().number());
      }
      // The header of a file that is refused for it may be a row, whose values are not told.
      account.unknownColumns.put(
          arrival.delivery().number(),
          arrival.refusals().isEmpty()
              ? arrival.scan().header().unknown(arrival.table())
              : List.of());
    }
    List<Delivery> accounts = new ArrayList<>();
    Map<String, Delivery> accepted = new HashMap<>();
    for (Delivery delivery : byNumber.values()) {
      Delivery judged = account.judged(delivery, accepted);
      accounts.add(judged);
      if (judged.isAccepted()) {
        accepted.put(judged.content(), judged);
      }
    }
    return accounts;
  }

  private Delivery judged(Delivery delivery, Map<String, Delivery> accepted) {
    if (forgotten.contains(delivery.content())) {
      return delivery.forgotten();
    }
    List<String> unknown =
        unknownColumns.getOrDefault(delivery.number(), delivery.unknownColumns());
    Note note = notes.get(delivery.number());
    if (note != null) {
      return balanced(delivery, note, unknown);
    }
    Delivery twin = accepted.get(delivery.content());
    // What refuses rows refuses those of the twin too; a name or a header is of one file alone.
    if (twin != null && !refused.contains(delivery.number())) {
      return delivery.repeating(twin.rows(), twin.blankLines(), unknown);
    }
    return delivery.refused(unknown);
  }

  private Delivery balanced(Delivery delivery, Note note, List<String> unknown) {
    long replacing = rows(delivery, KeyCounts.REPLACING);
    Delivery judged =
        new Delivery(
            delivery.number(),
            delivery.table(),
            delivery.file(),
            delivery.sha256(),
            delivery.deliveredAt(),
            note.rows(),
            rows(delivery, KeyCounts.ACCEPTED)
                + replacing
                + joined.getOrDefault(delivery.number(), 0L),
            note.quarantined(),
            rows(delivery, KeyCounts.DUPLICATE),
            replacing,
            note.blankLines(),
            unknown,
            note.quarantined() == 0 ? Delivery.ACCEPTED : Delivery.ACCEPTED_WITH_QUARANTINE);
    if (judged.rows() != judged.accepted() + judged.quarantined() + judged.duplicates()) {
      throw new IllegalStateException(
          "Cannot account for %s: %d rows are not %d accepted, %d quarantined and %d duplicates."
              .formatted(
                  judged.file(),
                  judged.rows(),
                  judged.accepted(),
                  judged.quarantined(),
                  judged.duplicates()));
    }
    return judged;
  }

  private long rows(Delivery delivery, int outcome) {
    return tables.stream().mapToLong(table -> table.rowsOf(delivery.number(), outcome)).sum();
  }
}
