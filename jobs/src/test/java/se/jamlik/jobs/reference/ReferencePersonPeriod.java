package se.jamlik.jobs.reference;

import org.jspecify.annotations.Nullable;

/**
 * One person in one period: where and who the person was on the attribute day, and what was true in
 * the period.
 */
record ReferencePersonPeriod(
    String person,
    String municipality,
    @Nullable String deso,
    @Nullable String regso,
    String sex,
    int age,
    String incomeQuintile,
    String education,
    String birthRegion,
    boolean isResidentAtEnd,
    boolean hasDied,
    boolean isInSpecialHousing,
    double meanPopulation,
    ReferenceFacts facts) {

  /** 0 for 0-4, and so on to 17 for 85-89 and 18 for 90+. */
  int standardAgeGroup() {
    return Math.min(age / 5, 18);
  }

  String shownAgeGroup() {
    if (age <= 17) {
      return "0-17";
    }
    if (age <= 44) {
      return "18-44";
    }
    if (age <= 64) {
      return "45-64";
    }
    return age <= 74 ? "65-74" : age <= 84 ? "75-84" : "85+";
  }
}
