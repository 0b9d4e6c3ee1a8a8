package se.jamlik.pipeline.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * The folder of the stage: one folder a table, sorted by all that its rows say.
 *
 * @param location of the stage's folder
 * @param buckets in which each table is written
 */
record LinkedFolder(String location, int buckets) {
  /** Tables that are written at the same time; a small table leaves most cores idle. */
  private static final int SIDE_BY_SIDE = 4;

  Dataset<Row> written(String name, Dataset<Row> rows) {
    String[] order = rows.drop(PersonTables.PERSON).columns();
    return PersonTables.write(rows, location + "/" + name, buckets, order);
  }

  /** Tables that do not build on each other, written side by side. */
  Map<String, Dataset<Row>> written(Map<String, Dataset<Row>> tables) {
    ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    try {
      Map<String, Future<Dataset<Row>>> running = new LinkedHashMap<>();
      tables.forEach((name, rows) -> running.put(name, threads.submit(() -> written(name, rows))));
      Map<String, Dataset<Row>> written = new LinkedHashMap<>();
      for (Map.Entry<String, Future<Dataset<Row>>> table : running.entrySet()) {
        written.put(table.getKey(), table.getValue().get());
      }
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while writing the linked tables", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
