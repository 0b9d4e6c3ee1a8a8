package se.jamlik.reports.release;

import java.util.List;
import java.util.Optional;

/**
 * Two or three chronic conditions that the same residents of the scope have. What may not be shown
 * is empty.
 *
 * @param conditions by their names in the release, in its order
 * @param expected persons that would have them all if each came independently of the others
 * @param lift observed persons divided by the expected
 * @param rank 1 is the group that is the furthest above what is expected
 */
public record ConditionsTogether(
    String period,
    List<String> conditions,
    Optional<Long> persons,
    Optional<Double> expected,
    Optional<Estimate> lift,
    Optional<Integer> rank) {
  public ConditionsTogether {
    conditions = List.copyOf(conditions);
  }

  /** True when the whole interval lies above what is expected. */
  public boolean isEstablished() {
    return lift.flatMap(Estimate::interval).map(interval -> interval.isAbove(1)).orElse(false);
  }
}
