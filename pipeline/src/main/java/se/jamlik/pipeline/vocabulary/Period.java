package se.jamlik.pipeline.vocabulary;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A calendar year or twelve whole months. Both days belong to it; the last is the measure day.
 *
 * @param name such as {@code 2024} or {@code R12-2026-10}
 */
public record Period(String name, LocalDate firstDay, LocalDate lastDay) implements Serializable {

  /** Conditions are looked for in the five years that end with the measure day (measures.md 2). */
  public static final int LOOK_BACK_YEARS = 5;

  /** Hospital diagnoses tell of frailty for as long (measures.md 2, hfrs). */
  public static final int FRAILTY_LOOK_BACK_YEARS = 2;

  public static Period year(int year) {
    return new Period(Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** The twelve whole months that end with a month. */
  public static Period rollingTo(YearMonth month) {
    return new Period("R12-" + month, month.minusMonths(11).atDay(1), month.atEndOfMonth());
  }

  /**
   * The default periods: every year whose own and previous year's population is delivered, and the
   * twelve months that end with the month before that of the as-of date.
   */
  public static List<Period> defaults(Set<Integer> populationYears, LocalDate asOf) {
    List<Period> periods = new ArrayList<>();
    populationYears.stream()
        .sorted()
        .filter(year -> populationYears.contains(year - 1))
        .map(Period::year)
        .forEach(periods::add);
    periods.add(rollingTo(YearMonth.from(asOf).minusMonths(1)));
    return List.copyOf(periods);
  }

  /** The day whose population is counted as there at the start: the day before the first. */
  public LocalDate dayBeforeStart() {
    return firstDay.minusDays(1);
  }

  public LocalDate measureDay() {
    return lastDay;
  }

  /** The day after which the look-back begins: five years before the measure day, not counted. */
  public LocalDate lookBackAfter() {
    return lastDay.minusYears(LOOK_BACK_YEARS);
  }

  /** The day after which hospital diagnoses tell of frailty: two years before the measure day. */
  public LocalDate frailtyLookBackAfter() {
    return lastDay.minusYears(FRAILTY_LOOK_BACK_YEARS);
  }

  public boolean isCalendarYear() {
    return !name.startsWith("R12-");
  }
}
