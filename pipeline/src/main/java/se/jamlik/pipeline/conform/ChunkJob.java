package se.jamlik.pipeline.conform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Reads parts of deliveries side by side in one job. Tasks and outcomes travel as bytes, because a
 * session's own serializer need not know records.
 */
final class ChunkJob implements ChunkReading {
  /**
   * Bytes that are worth a task of their own; starting one costs as much as reading some 100 kB.
   */
  private static final long WORTH_A_TASK = 4L << 20;

  private final SparkSession spark;

  ChunkJob(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public List<ChunkOutcome> outcomes(List<ChunkTask> tasks) {
    List<ChunkOutcome> outcomes = new ArrayList<>();
    travelling(tasks)
        .map(task -> bytes(task.read()))
        .collect()
        .forEach(outcome -> outcomes.add((ChunkOutcome) object(outcome)));
    return outcomes;
  }

  @Override
  public long distinct(List<ChunkTask> tasks, int column) {
    return travelling(tasks).flatMap(task -> task.distinct(column).iterator()).distinct().count();
  }

  private JavaRDD<ChunkTask> travelling(List<ChunkTask> tasks) {
    List<ChunkTask[]> hands = dealt(tasks);
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(hands.stream().map(ChunkJob::bytes).toList(), hands.size())
        .flatMap(hand -> Arrays.asList((ChunkTask[]) object(hand)).iterator());
  }

  /** The reading dealt out to Spark's tasks, the longest first, so that small files share one. */
  private List<ChunkTask[]> dealt(List<ChunkTask> tasks) {
    long length = tasks.stream().mapToLong(task -> task.chunk().length()).sum();
    long worth = Math.max(2L * spark.sparkContext().defaultParallelism(), length / WORTH_A_TASK);
    int count = (int) Math.max(1, Math.min(tasks.size(), worth));
    List<List<ChunkTask>> hands = new ArrayList<>();
    for (int hand = 0; hand < count; hand++) {
      hands.add(new ArrayList<>());
    }
    List<ChunkTask> longestFirst =
        tasks.stream()
            .sorted(Comparator.comparingLong((ChunkTask task) -> -task.chunk().length()))
            .toList();
    for (int place = 0; place < longestFirst.size(); place++) {
      hands.get(place % count).add(longestFirst.get(place));
    }
    return hands.stream().map(hand -> hand.toArray(ChunkTask[]::new)).toList();
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
