package se.jamlik.pipeline.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * What conform would do with the deliveries; nothing is read of them and nothing is written.
 *
 * @param toRead files whose rows would be read
 * @param standing by our names, the tables as an earlier night has left them
 * @param madeFrom by our names, of the tables that would stay as they are
 * @param changed by our names, why a table would be settled anew
 */
public record PlannedTables(
    List<String> toRead,
    Map<String, Dataset<Row>> standing,
    Map<String, String> madeFrom,
    Map<String, List<String>> changed) {

  /** The plan for what has been delivered. */
  public static PlannedTables of(
      SparkSession spark, Adapted adapted, String out, Definitions definitions) {
    return new Planning(spark, adapted, out, definitions).planned();
  }

  private record Planning(
      SparkSession spark, Adapted adapted, String out, Definitions definitions) {

    private PlannedTables planned() {
      Store store = new Store(out);
      List<String> toRead = new ArrayList<>();
      Map<String, Set<KeptRows>> rows = new HashMap<>();
      Map<String, Set<KeptRows>> readBefore = new HashMap<>();
      Map<String, Set<String>> ofExtracts = new HashMap<>();
      Set<String> bytes = new LinkedHashSet<>(adapted.forgotten());
      for (Delivery delivery : takingPart()) {
        TableDefinition read = definitions.table(delivery.table());
        boolean isRead = store.note(delivery, read).isPresent();
        if (!bytes.add(delivery.content())) {
          continue;
        }
        if (!isRead) {
          toRead.add(delivery.file());
        }
        if (delivery.extract().isPresent()) {
          definitions
              .filledBy(delivery.table())
              .forEach(
                  table -> {
                    Set<String> files =
                        ofExtracts.computeIfAbsent(table.table(), any -> new LinkedHashSet<>());
                    if (!isRead) {
                      files.add("new: " + delivery.file());
                    }
                    adaptedBefore(delivery, table, store)
                        .ifPresent(kept -> of(readBefore, table.table()).add(kept));
                  });
        } else if (!isRead || Taking.holdsRows(store.note(delivery, read).orElseThrow())) {
          of(rows, delivery.table()).add(Taking.asRead(delivery, store));
          if (isRead) {
            of(readBefore, delivery.table()).add(Taking.asRead(delivery, store));
          }
        }
      }
      return compared(toRead, rows, readBefore, ofExtracts);
    }

    private static Set<KeptRows> of(Map<String, Set<KeptRows>> byTable, String table) {
      return byTable.computeIfAbsent(table, any -> new LinkedHashSet<>());
    }

    /** What the extract of a delivery has become of a table, as far as a night has come with it. */
    private static Optional<KeptRows> adaptedBefore(
        Delivery delivery, TableDefinition table, Store store) {
      return delivery
          .extract()
          .map(store::adapted)
          .flatMap(
              folder ->
                  TableNote.read(folder)
                      .map(
                          note ->
                              new KeptRows(
                                  table.table(),
                                  0,
                                  note.madeFrom(),
                                  folder + "/" + table.table())));
    }

    private List<Delivery> takingPart() {
      Map<Integer, Delivery> all = new TreeMap<>();
      adapted.settled().stream()
          .filter(Delivery::isAccepted)
          .forEach(delivery -> all.put(delivery.number(), delivery));
      adapted.arrivals().stream()
          .filter(Arrival::isReadable)
          .map(Arrival::delivery)
          .forEach(delivery -> all.put(delivery.number(), delivery));
      return List.copyOf(all.values());
    }

    private PlannedTables compared(
        List<String> toRead,
        Map<String, Set<KeptRows>> rows,
        Map<String, Set<KeptRows>> readBefore,
        Map<String, Set<String>> ofExtracts) {
      Map<String, Dataset<Row>> standing = new TreeMap<>();
      Map<String, String> madeFrom = new TreeMap<>();
      Map<String, List<String>> changed = new TreeMap<>();
      for (TableDefinition table : definitions.tables()) {
        String place = TableSettling.place(out + Conform.TABLES, table);
        List<KeptRows> kept = List.copyOf(rows.getOrDefault(table.table(), Set.of()));
        Optional<TableNote> there = TableNote.read(place);
        String before = there.map(TableNote::madeFrom).orElse("");
        List<KeptRows> lying = List.copyOf(readBefore.getOrDefault(table.table(), Set.of()));
        if (!lying.isEmpty()) {
          there.ifPresent(
              note ->
                  standing.put(
                      table.becomes(), TableSettling.standing(spark, table, lying, note.struck())));
        }
        if (kept.isEmpty() && before.isEmpty() && !ofExtracts.containsKey(table.table())) {
          continue;
        }
        // What an extract has become is not known before it is read; its files are.
        List<String> why =
            ofExtracts.containsKey(table.table())
                ? List.copyOf(ofExtracts.getOrDefault(table.table(), Set.of()))
                : new TableChanges(before, TableSettling.madeFrom(table, kept)).byName(this::name);
        if (why.isEmpty()) {
          madeFrom.put(table.becomes(), Sha256.of(before));
        } else {
          changed.put(table.becomes(), why);
        }
      }
      return new PlannedTables(toRead, standing, madeFrom, changed);
    }

    private String name(String number) {
      return Stream.concat(
              adapted.settled().stream(), adapted.arrivals().stream().map(Arrival::delivery))
          .filter(delivery -> Integer.toString(delivery.number()).equals(number))
          .map(Delivery::file)
          .findFirst()
          .orElse("delivery " + number);
    }
  }
}
