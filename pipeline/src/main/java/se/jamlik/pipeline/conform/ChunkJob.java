package se.jamlik.pipeline.conform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Reads parts of deliveries side by side in one job. Tasks and outcomes travel as bytes, because a
 * session's own serializer need not know records.
 */
final class ChunkJob {
  private final SparkSession spark;

  ChunkJob(SparkSession spark) {
    this.spark = spark;
  }

  /** What the reading of each part came to. */
  List<ChunkOutcome> outcomes(List<ChunkTask> tasks) {
    List<ChunkOutcome> outcomes = new ArrayList<>();
    travelling(tasks)
        .map(task -> bytes(((ChunkTask) object(task)).read()))
        .collect()
        .forEach(outcome -> outcomes.add((ChunkOutcome) object(outcome)));
    return outcomes;
  }

  /** How many distinct values a column has in all parts together. */
  long distinct(List<ChunkTask> tasks, int column) {
    return travelling(tasks)
        .flatMap(task -> ((ChunkTask) object(task)).distinct(column).iterator())
        .distinct()
        .count();
  }

  private JavaRDD<byte[]> travelling(List<ChunkTask> tasks) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(tasks.stream().map(ChunkJob::bytes).toList(), Math.max(1, tasks.size()));
  }

  private static byte[] bytes(Serializable object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Object object(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
