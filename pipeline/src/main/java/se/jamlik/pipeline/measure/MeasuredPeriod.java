package se.jamlik.pipeline.measure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Period;

/** A period of the coverage, or several calendar years taken together. */
record MeasuredPeriod(
    String name,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean isPreliminary,
    boolean hasShortLookBack,
    List<String> parts) {

  /** Years that small areas are summed over (measures.md section 5). */
  private static final int YEARS_TOGETHER = 3;

  static List<MeasuredPeriod> of(Coverage coverage) {
    return coverage.periods().stream().map(period -> of(List.of(period), coverage)).toList();
  }

  /** The latest three calendar years together; none when there are not three in a row. */
  static Optional<MeasuredPeriod> ofSmallAreas(Coverage coverage) {
    List<Period> years =
        coverage.periods().stream()
            .filter(Period::isCalendarYear)
            .sorted(Comparator.comparing(Period::firstDay))
            .toList();
    if (years.size() < YEARS_TOGETHER) {
      return Optional.empty();
    }
    List<Period> latest = years.subList(years.size() - YEARS_TOGETHER, years.size());
    boolean isInARow =
        latest.get(0).firstDay().plusYears(YEARS_TOGETHER - 1).equals(latest.get(2).firstDay());
    return isInARow ? Optional.of(of(latest, coverage)) : Optional.empty();
  }

  private static MeasuredPeriod of(List<Period> parts, Coverage coverage) {
    Period first = parts.get(0);
    Period last = parts.get(parts.size() - 1);
    return new MeasuredPeriod(
        parts.size() == 1 ? first.name() : first.name() + "-" + last.name(),
        first.firstDay(),
        last.lastDay(),
        parts.stream().anyMatch(coverage::isPreliminary),
        parts.stream().anyMatch(coverage::hasShortLookBack),
        parts.stream().map(Period::name).toList());
  }

  About about(String areaName, String quality) {
    return new About(firstDay, lastDay, isPreliminary, areaName, quality);
  }
}
