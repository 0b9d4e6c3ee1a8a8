package se.jamlik.pipeline.publish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which releases are kept: the newest of each of the latest nights, weeks (ISO 8601) and months
 * that have one. A night is an as-of date.
 */
public record Retention(int nights, int weeks, int months) {
  /** Two weeks of nights, two months of weeks, two years of months. */
  public static final Retention DEFAULT = new Retention(14, 8, 24);

  /** The kept among the ids; those that are unsafe take no other's place. */
  Set<ReleaseId> kept(Collection<ReleaseId> ids) {
    Set<ReleaseId> kept = new HashSet<>();
    ids.stream()
        .collect(Collectors.partitioningBy(ReleaseId::isUnsafe))
        .values()
        .forEach(alike -> keep(alike, kept));
    return kept;
  }

  private void keep(Collection<ReleaseId> ids, Set<ReleaseId> kept) {
    List<ReleaseId> newestFirst = ids.stream().sorted(Comparator.reverseOrder()).toList();
    keep(newestFirst, nights, Function.identity(), kept);
    keep(newestFirst, weeks, Retention::week, kept);
    keep(newestFirst, months, YearMonth::from, kept);
  }

  private static void keep(
      List<ReleaseId> newestFirst, int most, Function<LocalDate, ?> span, Set<ReleaseId> kept) {
    Set<Object> seen = new HashSet<>();
    for (ReleaseId id : newestFirst) {
      if (seen.size() == most) {
        return;
      }
      if (seen.add(span.apply(id.asOf()))) {
        kept.add(id);
      }
    }
  }

  private static Object week(LocalDate day) {
    return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
