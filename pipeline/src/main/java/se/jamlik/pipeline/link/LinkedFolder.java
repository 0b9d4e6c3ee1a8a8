package se.jamlik.pipeline.link;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * The folder of the stage: one folder a table, sorted by all that its rows say.
 *
 * @param location of the stage's folder
 * @param buckets in which each table is written
 */
record LinkedFolder(String location, int buckets) {
  Dataset<Row> written(String name, Dataset<Row> rows) {
    String[] order = rows.drop(PersonTables.PERSON).columns();
    return PersonTables.write(rows, location + "/" + name, buckets, order);
  }

  /** Tables that do not build on each other, written side by side. */
  Map<String, Dataset<Row>> written(Map<String, Dataset<Row>> tables) {
    Map<String, Dataset<Row>> written = new LinkedHashMap<>();
    SideBySide.each(
            tables.entrySet(),
            table -> Map.entry(table.getKey(), written(table.getKey(), table.getValue())))
        .forEach(table -> written.put(table.getKey(), table.getValue()));
    return written;
  }
}
