package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.adapt.Store.Note;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.SideBySide;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Reads the deliveries and settles which rows stand: one per key, or per event where the whole row
 * is the key. Leaves the rows of each file under {@code conformed/deliveries}, and a note of those
 * that are struck out under {@code conformed/tables}.
 */
public final class Conform {
  static final String TABLES = "/conformed/tables";

  private Conform() {}

  /**
   * The tables of all deliveries and the account of each. Stops the night when a delivery is
   * refused, a required table is missing, or too much of a file is quarantined.
   */
  public static Conformed conform(
      SparkSession spark, Adapted adapted, String out, Settings settings, Definitions definitions) {
    return conform(spark, adapted, out, settings, definitions, moment -> {});
  }

  /** The same, and tells when it reaches each moment, so that a test can make it die there. */
  static Conformed conform(
      SparkSession spark,
      Adapted adapted,
      String out,
      Settings settings,
      Definitions definitions,
      Consumer<Moment> observer) {
    Gates gates = new Gates(adapted, definitions, settings.quality());
    gates.requiredTables();
    Store store = new Store(out);
    store.makeOurs(out + "/conformed");
    store.makeOurs(out + "/quarantined");
    Reading reading = Reading.of(new ChunkJob(spark), adapted, store, observer);
    gates.refusals(reading.refusals());
    Taking taking =
        Taking.of(
            adapted,
            notes(adapted, reading, store, definitions),
            store,
            new ShapeAdapter(spark, store, definitions, observer));
    gates.quarantine(taking.notes());
    TableSettling settling = new TableSettling(spark, out + TABLES, observer);
    Conformed conformed = settled(adapted, taking, settling, definitions);
    gates.accepted(taking.rows().keySet());
    return conformed;
  }

  /**
   * The tables of deliveries that have been inspected, and the account of each. Nothing is stopped,
   * whatever is wrong with them: a file that is refused has no rows.
   *
   * @param out the folder that the deliveries were inspected in
   */
  public static Conformed inspected(
      SparkSession spark, Adapted adapted, String out, Definitions definitions) {
    Store store = new Store(out);
    Map<Integer, Note> notes = new HashMap<>();
    for (Arrival arrival : adapted.arrivals()) {
      store
          .note(arrival.delivery(), arrival.table())
          .ifPresent(note -> notes.put(arrival.delivery().number(), note));
    }
    Taking taking = Taking.of(adapted, notes, store, new ShapeAdapter(spark, store, definitions));
    TableSettling settling = new TableSettling(spark, out + TABLES, moment -> {});
    return settled(adapted, taking, settling, definitions);
  }

  /** All tables by our names, without rows: what the definitions are tried on. */
  public static Map<String, Dataset<Row>> withoutRows(SparkSession spark, Definitions definitions) {
    return definitions.tables().stream()
        .collect(
            Collectors.toMap(
                TableDefinition::becomes,
                table -> spark.createDataFrame(List.of(), RowSchema.spark(table))));
  }

  private static Conformed settled(
      Adapted adapted, Taking taking, TableSettling settling, Definitions definitions) {
    List<SettledTable> tables =
        SideBySide.each(
            taking.rows().entrySet(),
            table -> settling.settle(definitions.table(table.getKey()), table.getValue()));
    List<Delivery> deliveries = Account.of(adapted, taking.notes(), tables, taking.joined());
    Map<String, Dataset<Row>> byName = new TreeMap<>();
    tables.forEach(table -> byName.put(table.table().becomes(), table.rows()));
    return new Conformed(
        byName,
        tables.stream()
            .collect(Collectors.toMap(table -> table.table().becomes(), SettledTable::madeFrom)),
        tables.stream()
            .filter(table -> !table.isReused())
            .collect(Collectors.toMap(table -> table.table().becomes(), SettledTable::whyMade)),
        deliveries,
        TableShares.of(deliveries, tables));
  }

  /** What was read of every delivery that takes part, by number. */
  private static Map<Integer, Note> notes(
      Adapted adapted, Reading reading, Store store, Definitions definitions) {
    Map<Integer, Note> notes = new HashMap<>(reading.notes());
    List<String> lost = new ArrayList<>();
    for (Delivery delivery : adapted.settled()) {
      if (delivery.isAccepted() && !notes.containsKey(delivery.number())) {
        store
            .note(delivery, definitions.table(delivery.table()))
            .ifPresentOrElse(
                note -> notes.put(delivery.number(), note), () -> lost.add(delivery.file()));
      }
    }
    Gates.nothingLost(lost);
    return notes;
  }
}
