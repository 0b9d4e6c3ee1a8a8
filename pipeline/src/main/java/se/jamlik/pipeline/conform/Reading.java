package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.adapt.Store.Note;

/**
 * Reads every arrival that has not been read before, all of their parts side by side in one job,
 * and keeps the rows in the store.
 */
final class Reading {
  private final ChunkReading job;
  private final Store store;
  private final int lastYear;
  private final Consumer<Moment> observer;
  private final Map<Integer, Note> notes = new HashMap<>();
  private final Map<Integer, List<Refusal>> refusals = new LinkedHashMap<>();
  private final Map<Integer, List<Aside>> asides = new HashMap<>();

  private Reading(ChunkReading job, Store store, int lastYear, Consumer<Moment> observer) {
    this.job = job;
    this.store = store;
    this.lastYear = lastYear;
    this.observer = observer;
  }

  /**
   * Reads what must be read; a file that repeats another byte for byte is read once, and one that
   * repeats a forgotten one never.
   */
  static Reading of(ChunkReading job, Adapted adapted, Store store) {
    return of(job, adapted, store, moment -> {});
  }

  static Reading of(ChunkReading job, Adapted adapted, Store store, Consumer<Moment> observer) {
    Reading reading = new Reading(job, store, adapted.asOf().getYear(), observer);
    List<Arrival> unread = new ArrayList<>();
    Set<String> bytes = new HashSet<>(adapted.forgotten());
    // A file that was read by other rules has arrived once more, and repeats nobody.
    Set<Integer> arrived =
        adapted.arrivals().stream()
            .map(arrival -> arrival.delivery().number())
            .collect(Collectors.toSet());
    adapted.settled().stream()
        .filter(delivery -> delivery.isAccepted() && !arrived.contains(delivery.number()))
        .forEach(delivery -> bytes.add(delivery.content()));
    for (Arrival arrival : adapted.arrivals()) {
      Delivery delivery = arrival.delivery();
      if (!arrival.refusals().isEmpty()) {
        reading.refusals.put(delivery.number(), arrival.refusals());
      } else if (!arrival.isSetAside() && bytes.add(delivery.content())) {
        store
            .note(delivery, arrival.table())
            .ifPresentOrElse(
                note -> reading.notes.put(delivery.number(), note), () -> unread.add(arrival));
      }
    }
    reading.read(unread);
    return reading;
  }

  /** What was read, by number of the delivery. */
  Map<Integer, Note> notes() {
    return notes;
  }

  /** Why deliveries are refused, by number. */
  Map<Integer, List<Refusal>> refusals() {
    return refusals;
  }

  /** Why rows of a delivery that was read now went aside, in the order of their first lines. */
  List<Aside> asides(int number) {
    return asides.getOrDefault(number, List.of());
  }

  private void read(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return;
    }
    arrivals.forEach(arrival -> store.delete(arrival.delivery()));
    List<ChunkTask> tasks =
        arrivals.stream()
            .flatMap(
                arrival ->
                    IntStream.range(0, arrival.scan().chunks().size())
                        .mapToObj(place -> task(arrival, place)))
            .toList();
    Map<Integer, List<ChunkOutcome>> outcomes =
        job.outcomes(tasks).stream().collect(Collectors.groupingBy(ChunkOutcome::number));
    observer.accept(Moment.READ);
    for (Arrival arrival : arrivals) {
      judge(arrival, outcomes.getOrDefault(arrival.delivery().number(), List.of()));
    }
  }

  /** How many distinct values a column of a delivery has: a second look, which is rare. */
  private long distinct(Arrival arrival, int column) {
    List<ChunkTask> tasks =
        IntStream.range(0, arrival.scan().chunks().size())
            .mapToObj(place -> task(arrival, place))
            .toList();
    return job.distinct(tasks, column);
  }

  private ChunkTask task(Arrival arrival, int place) {
    return ChunkTask.of(arrival, store, place, lastYear);
  }

  private void judge(Arrival arrival, List<ChunkOutcome> outcomes) {
    Delivery delivery = arrival.delivery();
    List<Refusal> found = new ArrayList<>();
    outcomes.stream()
        .map(ChunkOutcome::failure)
        .filter(failure -> !failure.isEmpty())
        .distinct()
        .map(
            failure ->
                new Refusal(
                    "Cannot read %s: %s. Ask the sender for a new delivery."
                        .formatted(delivery.file(), failure),
                    false))
        .forEach(found::add);
    PersonnummerFinds finds =
        new PersonnummerFinds(column -> distinct(arrival, column), arrival, outcomes);
    found.addAll(finds.refusals());
    if (!found.isEmpty()) {
      store.delete(delivery);
      refusals.put(delivery.number(), List.copyOf(found));
      return;
    }
    List<Aside> together = Aside.together(outcomes);
    Note note =
        new Note(
            delivery.number(),
            arrival.scan().rows(),
            outcomes.stream().mapToLong(ChunkOutcome::quarantined).sum(),
            outcomes.stream().mapToLong(ChunkOutcome::blankLines).sum(),
            finds.doubtful(),
            MonthTally.together(outcomes),
            together.stream().collect(Collectors.toMap(Aside::reason, Aside::rows)));
    long kept = outcomes.stream().mapToLong(ChunkOutcome::kept).sum();
    if (note.rows() != kept + note.quarantined()
        || note.blankLines() != arrival.scan().blankLines()) {
      throw new IllegalStateException(
          "Cannot account for %s: %d rows and %d blank lines by its bytes, %d rows kept, %d quarantined and %d blank lines by the reader."
              .formatted(
                  delivery.file(),
                  note.rows(),
                  arrival.scan().blankLines(),
                  kept,
                  note.quarantined(),
                  note.blankLines()));
    }
    asides.put(delivery.number(), together);
    store.write(delivery, arrival.table(), note);
    observer.accept(Moment.NOTED);
    notes.put(delivery.number(), note);
  }
}
