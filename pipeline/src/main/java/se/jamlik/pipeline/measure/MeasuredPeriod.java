package se.jamlik.pipeline.measure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /** Years that small areas are summed over (measures.md section 5), and rare events too. */
  private static final int YEARS_TOGETHER = 3;

  static List<MeasuredPeriod> of(Coverage coverage) {
    return coverage.periods().stream().map(period -> of(List.of(period), coverage)).toList();
  }

  /** Every three calendar years in a row together, such as {@code 2023-2025}, in their order. */
  static List<MeasuredPeriod> ofYearsTogether(Coverage coverage) {
    List<Period> years = calendarYears(coverage);
    return IntStream.rangeClosed(0, years.size() - YEARS_TOGETHER)
        .mapToObj(first -> years.subList(first, first + YEARS_TOGETHER))
        .filter(MeasuredPeriod::isInARow)
        .map(together -> of(together, coverage))
        .toList();
  }

  /** The latest three calendar years together; none when there are not three in a row. */
  static Optional<MeasuredPeriod> ofSmallAreas(Coverage coverage) {
    List<Period> years = calendarYears(coverage);
    return Optional.of(years)
        .filter(all -> all.size() >= YEARS_TOGETHER)
        .map(all -> all.subList(all.size() - YEARS_TOGETHER, all.size()))
        .filter(MeasuredPeriod::isInARow)
        .map(latest -> of(latest, coverage));
  }

  /** The one of these periods that the cell is of. */
  static MeasuredPeriod of(Cell cell, List<MeasuredPeriod> periods) {
    return periods.stream()
        .filter(period -> period.name().equals(cell.period()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot measure period %s: it is not among those of the coverage"
                        .formatted(cell.period())));
  }

  private static List<Period> calendarYears(Coverage coverage) {
    return coverage.periods().stream()
        .filter(Period::isCalendarYear)
        .sorted(Comparator.comparing(Period::firstDay))
        .toList();
  }

  private static boolean isInARow(List<Period> years) {
    return years
        .get(0)
        .firstDay()
        .plusYears(years.size() - 1L)
        .equals(years.get(years.size() - 1).firstDay());
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

  About about(String areaName, String municipality, String quality) {
    return new About(firstDay, lastDay, isPreliminary, areaName, municipality, quality);
  }
}
