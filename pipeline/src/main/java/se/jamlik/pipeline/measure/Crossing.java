package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Optional;

/**
 * Where a curve first reaches a level.
 *
 * @param at in the unit of the curve's abscissa
 * @param before place of the last point below the level; that of the point itself where the curve
 *     begins at the level or above
 * @param after place of the first point at the level or above
 */
public record Crossing(double at, int before, int after) {

  /** A point of a curve. */
  public record Point(int place, double x, double y) {}

  /**
   * The first crossing from below, by a straight line between the two points around it; empty where
   * no point reaches the level. A curve that begins at the level or above crosses it at its first
   * point.
   *
   * @param points in growing x
   */
  public static Optional<Crossing> first(List<Point> points, double level) {
    for (int i = 0; i < points.size(); i++) {
      Point after = points.get(i);
      if (after.y() >= level) {
        Point before = points.get(Math.max(0, i - 1));
        double along = i == 0 ? 0 : (level - before.y()) / (after.y() - before.y());
        double at = before.x() + along * (after.x() - before.x());
        return Optional.of(new Crossing(at, before.place(), after.place()));
      }
    }
    return Optional.empty();
  }
}
