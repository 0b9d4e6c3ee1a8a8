package se.jamlik.pipeline.vocabulary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the deliveries cover, as far as the indicators must know it.
 *
 * @param asOf the logical date of the night; nothing after it takes part
 * @param dataThrough the latest day that the inpatient table tells of, not after {@code asOf}
 * @param firstDiagnosis the earliest diagnosis date in any care
 * @param periods in order
 * @param notDelivered contract names of optional tables without a row
 * @param silent by municipal table (contract name), the municipalities of the scope that sent none
 *     of its rows while others did
 * @param areas that the indicators are told of
 */
public record Coverage(
    LocalDate asOf,
    LocalDate dataThrough,
    LocalDate firstDiagnosis,
    List<Period> periods,
    Set<String> notDelivered,
    Map<String, Set<String>> silent,
    Areas areas) {
  /** Days from the end of a period until its data are taken as complete (measures.md 1). */
  public static final int DAYS_UNTIL_COMPLETE = 30;

  public Coverage {
    periods = List.copyOf(periods);
    notDelivered = Set.copyOf(notDelivered);
    silent = Map.copyOf(silent);
  }

  /** Whether late deliveries may still change the period. */
  public boolean isPreliminary(Period period) {
    return period.lastDay().plusDays(DAYS_UNTIL_COMPLETE).isAfter(dataThrough);
  }

  /** Whether the five years before the measure day began before the first diagnosis. */
  public boolean hasShortLookBack(Period period) {
    return period.lookBackAfter().plusDays(1).isBefore(firstDiagnosis);
  }
}
