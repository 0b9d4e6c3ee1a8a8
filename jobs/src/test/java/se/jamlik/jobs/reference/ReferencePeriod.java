package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * A calendar year, or the twelve whole months before the month of as-of. Both days belong to it.
 */
record ReferencePeriod(String name, LocalDate firstDay, LocalDate measureDay) {

  /**
   * Every calendar year whose own and previous year are delivered, in order, and then the rolling
   * twelve months.
   */
  static List<ReferencePeriod> all(SortedSet<Integer> deliveredYears, LocalDate asOf) {
    List<ReferencePeriod> periods = new ArrayList<>();
    for (int year : deliveredYears) {
      if (deliveredYears.contains(year - 1)) {
        periods.add(year(year));
      }
    }
    periods.add(rolling(asOf));
    return periods;
  }

  static ReferencePeriod year(int year) {
    return new ReferencePeriod(
        String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  static ReferencePeriod rolling(LocalDate asOf) {
    YearMonth last = YearMonth.from(asOf).minusMonths(1);
    return new ReferencePeriod("R12-" + last, last.minusMonths(11).atDay(1), last.atEndOfMonth());
  }

  boolean isCalendarYear() {
    return !name.startsWith("R12-");
  }

  LocalDate dayBefore() {
    return firstDay.minusDays(1);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(measureDay);
  }

  /** Whether some day t with from ≤ t ≤ through lies in the period. */
  boolean meets(LocalDate from, LocalDate through) {
    return !from.isAfter(through) && !from.isAfter(measureDay) && !through.isBefore(firstDay);
  }

  /** The first day of the look-back: the day after the measure day five years before. */
  LocalDate lookBackStart() {
    return measureDay.minusYears(5).plusDays(1);
  }

  /** What is said of values whose diagnoses begin later than the look-back; else nothing. */
  Optional<String> shortLookBack(LocalDate earliestDiagnosis) {
    return lookBackStart().isBefore(earliestDiagnosis)
        ? Optional.of("look-back shorter than 5 years")
        : Optional.empty();
  }

  /** Whether the day lies in the years that end with the measure day. */
  boolean looksBackOn(LocalDate day, int years) {
    return day.isAfter(measureDay.minusYears(years)) && !day.isAfter(measureDay);
  }

  /** The last days of its twelve months. */
  List<LocalDate> monthEnds() {
    YearMonth first = YearMonth.from(firstDay);
    return IntStream.range(0, 12)
        .mapToObj(month -> first.plusMonths(month).atEndOfMonth())
        .toList();
  }
}
