package se.jamlik.reports.release;

import java.util.Optional;

/**
 * One row of table {@code population}: how many residents of one sex and age, and how many of them
 * have at least two chronic conditions. What may not be shown is empty.
 *
 * @param sex {@code women}, {@code men} or {@code all}
 * @param ageGroup ten years, such as {@code 40-49}, or {@code all}
 * @param share of the residents that have at least two, in percent
 */
public record PopulationGroup(
    String period,
    String area,
    String sex,
    String ageGroup,
    Optional<Long> persons,
    Optional<Long> multimorbid,
    Optional<Estimate> share) {

  /** What stands where the release holds no row. */
  public static PopulationGroup absent(String period, String area, String sex, String ageGroup) {
    return new PopulationGroup(
        period, area, sex, ageGroup, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
