package se.jamlik.pipeline.conform;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.adapt.Store.Note;

/**
 * What takes part: the rows of each table, in whatever shape they came.
 *
 * @param notes what was read of every delivery, by number; rows without a place in their extract
 *     are among the quarantined
 * @param rows by the contract's name of the table, in ledger order; no table without a row
 * @param joined rows of each delivery, by number, that live on in rows of another delivery
 */
record Taking(
    Map<Integer, Note> notes, Map<String, List<KeptRows>> rows, Map<Integer, Long> joined) {

  /** Adapts what has been read in another shape. */
  static Taking of(Adapted adapted, Map<Integer, Note> read, Store store, ShapeAdapter adapter) {
    List<Delivery> deliveries = deliveries(adapted, read);
    Adaptation adaptation = adapter.adapted(deliveries, read);
    Map<Integer, Note> notes = adaptation.counted(read);
    Map<String, List<KeptRows>> rows =
        Stream.concat(
                deliveries.stream()
                    .filter(delivery -> delivery.extract().isEmpty())
                    .filter(delivery -> holdsRows(notes.get(delivery.number())))
                    .map(delivery -> asRead(delivery, store)),
                adaptation.kept().stream())
            .sorted(Comparator.comparingInt(KeptRows::number))
            .collect(
                Collectors.groupingBy(KeptRows::table, LinkedHashMap::new, Collectors.toList()));
    return new Taking(notes, rows, adaptation.joined());
  }

  /** Those that have been read, in ledger order. */
  private static List<Delivery> deliveries(Adapted adapted, Map<Integer, Note> read) {
    Map<Integer, Delivery> known = new TreeMap<>();
    adapted.settled().forEach(delivery -> known.put(delivery.number(), delivery));
    adapted.arrivals().stream()
        .map(Arrival::delivery)
        .forEach(delivery -> known.put(delivery.number(), delivery));
    return known.values().stream().filter(delivery -> read.containsKey(delivery.number())).toList();
  }

  static KeptRows asRead(Delivery delivery, Store store) {
    return new KeptRows(
        delivery.table(),
        delivery.number(),
        delivery.sha256(),
        store.rows(delivery.table(), delivery.sha256()));
  }

  static boolean holdsRows(@Nullable Note note) {
    return note != null && note.rows() > note.quarantined();
  }
}
