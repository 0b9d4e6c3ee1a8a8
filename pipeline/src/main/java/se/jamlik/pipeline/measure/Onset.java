package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The age from which half of the residents have something, read from the shares of the nineteen age
 * groups of one day. It is no age at which it begins in anybody: those who are old now were young
 * in other times, and the dead are not there.
 *
 * @param age where the shares reach one half, in years; none where they never do
 * @param low where the shares' upper limits do
 * @param high where the shares' lower limits do
 */
public record Onset(Optional<Crossing> age, Optional<Crossing> low, Optional<Crossing> high) {
  /** A group of fewer residents tells no share. */
  public static final double FEWEST = 20;

  private static final double HALF = 0.5;
  private static final double YEARS = 5;

  /**
   * From the groups' shares, which stand for the middle of their five years; 90 and over stand for
   * 92.5.
   *
   * @param groups of the standard population in their order; empty for one that tells no share
   */
  public static Onset of(List<Optional<Estimate>> groups) {
    return new Onset(
        crossing(groups, Estimate::value),
        crossing(groups, group -> limits(group).high()),
        crossing(groups, group -> limits(group).low()));
  }

  /** Whether a group tells a share at all. */
  public static boolean isTold(Sums group) {
    return group.denominator().sum() >= FEWEST;
  }

  private static Optional<Crossing> crossing(
      List<Optional<Estimate>> groups, ToDoubleFunction<Estimate> share) {
    return Crossing.first(
        IntStream.range(0, groups.size())
            .boxed()
            .flatMap(
                i ->
                    groups.get(i).stream()
                        .map(
                            group ->
                                new Crossing.Point(
                                    i, (i + HALF) * YEARS, share.applyAsDouble(group))))
            .toList(),
        HALF);
  }

  private static Interval limits(Estimate share) {
    return share.interval().orElseThrow();
  }
}
