package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.adapt.Store.Note;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.ShapeDefinition;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * Makes rows of the contract's tables of what has been read of other shapes, extract by extract:
 * the files of one extract are joined with each other and with nothing else, because their numbers
 * mean something only there. An extract whose files are the same as before is left as it lies.
 */
final class ShapeAdapter {
  /** Raised when rows are joined in another way, so that every extract is adapted anew. */
  private static final int ADAPTING_RULES = 1;

  private static final Logger LOG = LoggerFactory.getLogger(ShapeAdapter.class);

  private final SparkSession spark;
  private final Store store;
  private final Definitions definitions;
  private final Consumer<Moment> observer;
  private final Map<Integer, Note> notes = new HashMap<>();
  private final List<KeptRows> kept = new ArrayList<>();
  private final Map<Integer, Long> withoutPlace = new HashMap<>();
  private final Map<Integer, Long> joined = new HashMap<>();

  ShapeAdapter(SparkSession spark, Store store, Definitions definitions) {
    this(spark, store, definitions, moment -> {});
  }

  ShapeAdapter(
      SparkSession spark, Store store, Definitions definitions, Consumer<Moment> observer) {
    this.spark = spark;
    this.store = store;
    this.definitions = definitions;
    this.observer = observer;
  }

  /** Adapts all extracts among the deliveries; {@code read} tells what was read of each. */
  Adaptation adapted(List<Delivery> deliveries, Map<Integer, Note> read) {
    notes.putAll(read);
    deliveries.stream()
        .filter(delivery -> delivery.extract().isPresent())
        .sorted(Comparator.comparingInt(Delivery::number))
        .collect(
            Collectors.groupingBy(
                delivery -> delivery.extract().orElseThrow(), TreeMap::new, Collectors.toList()))
        .forEach(this::adapt);
    return new Adaptation(kept, withoutPlace, joined);
  }

  private void adapt(String extract, List<Delivery> deliveries) {
    ShapeDefinition shape =
        definitions
            .shapeOf(extract)
            .orElseThrow(() -> new IllegalArgumentException("No shape of " + extract));
    String madeFrom = madeFrom(shape, deliveries);
    List<Long> counts =
        TableNote.read(store.adapted(extract), madeFrom)
            .map(TableNote::counts)
            .orElseGet(() -> written(extract, shape, deliveries, madeFrom));
    for (int place = 0; place < deliveries.size(); place++) {
      account(shape, deliveries.get(place), counts.get(place));
    }
    int last = deliveries.get(deliveries.size() - 1).number();
    for (int place = 0; place < shape.fills().size(); place++) {
      if (counts.get(deliveries.size() + place) > 0) {
        String table = shape.fills().get(place).table();
        kept.add(new KeptRows(table, last, madeFrom, store.adapted(extract) + "/" + table));
      }
    }
  }

  /** Each row of a table that fills none lives on in the rows that found it. */
  private void account(ShapeDefinition shape, Delivery delivery, long rowsWithoutPlace) {
    withoutPlace.put(delivery.number(), rowsWithoutPlace);
    Note note = notes.get(delivery.number());
    String table = definitions.table(delivery.table()).table();
    if (note != null && !shape.isFilledFrom(table)) {
      joined.put(delivery.number(), note.rows() - note.quarantined() - rowsWithoutPlace);
    }
  }

  /** Rows without a place by delivery, then rows by fill. */
  private List<Long> written(
      String extract, ShapeDefinition shape, List<Delivery> deliveries, String madeFrom) {
    store.deleteAdapted(extract);
    if (!shape.unverified().isEmpty()) {
      LOG.warn(
          "{}: what the concept numbers {} mean is not verified; check them before you lean on rows that hold them (shapes/{}.yaml).",
          extract,
          shape.unverified(),
          shape.shape());
    }
    ExtractRows rows =
        new ExtractRows(spark, shape, folders(deliveries), store.adapted(extract) + "/views");
    Map<Integer, Long> without = rows.writeWithoutPlace(deliveries, store.withoutPlace(extract));
    List<Long> counts = new ArrayList<>();
    deliveries.forEach(delivery -> counts.add(without.getOrDefault(delivery.number(), 0L)));
    counts.addAll(
        SideBySide.each(
            shape.fills(),
            fill ->
                rows.write(
                    fill,
                    definitions.table(fill.table()),
                    store.adapted(extract) + "/" + fill.table())));
    observer.accept(Moment.ADAPTED);
    new TableNote(madeFrom, counts, StruckRows.none()).write(store.adapted(extract));
    observer.accept(Moment.ADAPTED_NOTED);
    return counts;
  }

  /** Where the rows of each table of the shape lie. */
  private Map<String, List<String>> folders(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(
            delivery -> {
              Note note = notes.get(delivery.number());
              return note != null && note.rows() > note.quarantined();
            })
        .collect(
            Collectors.groupingBy(
                delivery -> definitions.table(delivery.table()).table(),
                Collectors.mapping(
                    delivery -> store.rows(delivery.table(), delivery.sha256()),
                    Collectors.toList())));
  }

  private static String madeFrom(ShapeDefinition shape, List<Delivery> deliveries) {
    String rules = shape.tables().stream().map(Store::rules).collect(Collectors.joining(","));
    return Sha256.of(
        deliveries.stream()
            .map(delivery -> delivery.number() + ":" + delivery.sha256())
            .collect(Collectors.joining(",", ADAPTING_RULES + rules + shape + ":", "")));
  }
}
