package se.jamlik.pipeline.vocabulary;

import java.time.LocalDate;
import java.util.List;

/** Ages in completed years, and the groups they are shown and standardised in. */
public final class Ages {
  /** A missing birth month counts as June (measures.md section 1). */
  public static final int MISSING_BIRTH_MONTH = 6;

  private static final List<Integer> SHOWN_FROM = List.of(0, 18, 45, 65, 75, 85);
  private static final int STANDARD_GROUPS = 19;

  private Ages() {}

  /**
   * Completed years on a day; the day of birth counts as the first of the month.
   *
   * @param birthMonth 1 to 12, or 0 when missing
   */
  public static int completedYears(int birthYear, int birthMonth, LocalDate onDay) {
    int month = birthMonth == 0 ? MISSING_BIRTH_MONTH : birthMonth;
    int years = onDay.getYear() - birthYear;
    return onDay.getMonthValue() < month ? years - 1 : years;
  }

  /**
   * The place of the five-year group 0-4, 5-9, ..., 90+ among the 19 of the standard population.
   */
  public static int standardGroup(int age) {
    return Math.min(Math.max(age, 0) / 5, STANDARD_GROUPS - 1);
  }

  /** The six groups that are shown. */
  public static List<String> shownGroups() {
    return List.of("0-17", "18-44", "45-64", "65-74", "75-84", "85+");
  }

  /** The shown group that an age belongs to. */
  public static String shownGroup(int age) {
    int place = 0;
    while (place + 1 < SHOWN_FROM.size() && age >= SHOWN_FROM.get(place + 1)) {
      place++;
    }
    return shownGroups().get(place);
  }
}
