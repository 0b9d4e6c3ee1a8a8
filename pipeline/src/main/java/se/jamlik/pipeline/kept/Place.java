package se.jamlik.pipeline.kept;

import java.util.Comparator;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * Which part of a table of persons: the rows of a bucket of persons, of closed or of open periods.
 *
 * @param slice {@link Slicing#CLOSED} or {@link Slicing#OPEN}
 */
public record Place(int bucket, int slice) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::bucket).thenComparingInt(Place::slice);

  /**
   * So many tasks hold all places: one each, after one without rows. Of a table without rows Spark
   * writes a file for the first task.
   */
  static int tasks(int buckets) {
    return 1 + buckets * Slicing.ALL.size();
  }

  /** The number of the task of a place. */
  static Column task(Column bucket, Column slice) {
    return bucket.multiply(Slicing.ALL.size()).plus(slice).plus(1);
  }

  /** The place that a task holds; none for the first. */
  static Optional<Place> ofTask(int task) {
    int slices = Slicing.ALL.size();
    return task == 0
        ? Optional.empty()
        : Optional.of(new Place((task - 1) / slices, (task - 1) % slices));
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
