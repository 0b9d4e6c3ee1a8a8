package se.jamlik.pipeline.kept;

import java.util.Comparator;

/**
 * Which part of a table of persons: the rows of a bucket of persons, of closed or of open periods.
 *
 * @param slice {@link Slicing#CLOSED} or {@link Slicing#OPEN}
 */
public record Place(int bucket, int slice) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::bucket).thenComparingInt(Place::slice);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
