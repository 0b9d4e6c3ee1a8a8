package se.jamlik.pipeline.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.adapt.Store.Note;
import se.jamlik.pipeline.vocabulary.Definitions;

/**
 * What an {@link Inspection} cannot see file by file: the rows of extracts that find no place among
 * the other rows of their extract. An extract with a refused file is left out, for its rows would
 * miss those of that file.
 *
 * @param out the folder of the inspection, which holds the rows that it has read
 */
public record ExtractInspection(Adapted adapted, String out, Definitions definitions) {

  /** Why rows of each file would be set aside, by its path below the inbox. */
  public Map<String, List<Aside>> asides(SparkSession spark, Inspection inspection) {
    Store store = new Store(out);
    Map<String, Delivery> whole = whole(inspection);
    Map<Integer, Note> notes = notes(store, whole);
    new ShapeAdapter(spark, store, definitions)
        .adapted(
            whole.values().stream().filter(file -> notes.containsKey(file.number())).toList(),
            notes);
    Map<String, List<Aside>> asides = new HashMap<>();
    for (String extract : extracts(whole)) {
      spark
          .read()
          .parquet(store.withoutPlace(extract))
          .groupBy("file", ExtractRows.REASON)
          .agg(count(lit(1)).as("rows"), min(RowSchema.LINE).as("first"))
          .orderBy(col("file"), col("first"))
          .collectAsList()
          .forEach(
              row ->
                  asides
                      .computeIfAbsent(row.getString(0), file -> new ArrayList<>())
                      .add(aside(row)));
    }
    return asides;
  }

  private static Aside aside(Row row) {
    return new Aside(row.getString(1), row.getLong(2), row.getLong(3));
  }

  /** The files of extracts in which none is refused, by path. */
  private Map<String, Delivery> whole(Inspection inspection) {
    Map<String, Delivery> files =
        adapted.arrivals().stream()
            .map(Arrival::delivery)
            .filter(delivery -> delivery.extract().isPresent())
            .collect(Collectors.toMap(Delivery::file, delivery -> delivery));
    Set<String> broken = new HashSet<>();
    for (InspectedFile file : inspection.files()) {
      Delivery delivery = files.get(file.file());
      if (delivery != null && file.isRefused()) {
        broken.add(delivery.extract().orElseThrow());
      }
    }
    files.values().removeIf(file -> file.extract().filter(broken::contains).isPresent());
    return files;
  }

  private Map<Integer, Note> notes(Store store, Map<String, Delivery> files) {
    Map<Integer, Note> notes = new HashMap<>();
    for (Delivery file : files.values()) {
      store
          .note(file, definitions.table(file.table()))
          .ifPresent(note -> notes.put(file.number(), note));
    }
    return notes;
  }

  private static Set<String> extracts(Map<String, Delivery> files) {
    return files.values().stream()
        .flatMap(file -> file.extract().stream())
        .collect(Collectors.toSet());
  }
}
