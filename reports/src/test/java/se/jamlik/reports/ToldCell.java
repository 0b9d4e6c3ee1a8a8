package se.jamlik.reports;

import java.util.Optional;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Group;

/**
 * One cell of {@code indicator_value} as a test tells it.
 *
 * @param group which names the scope {@code scope} and a municipality by its name
 * @param status as the release spells it
 * @param estimate written even where the status forbids to show it, so that a test sees whether
 *     anybody does
 * @param reason as the release spells it
 */
record ToldCell(
    Group group,
    String status,
    Optional<Estimate> estimate,
    double denominator,
    boolean isPreliminary,
    boolean hasWarning,
    String reason) {

  /** The number of residents where a test does not tell. */
  static final double RESIDENTS = 1_000;

  static ToldCell shown(Group group, Estimate estimate) {
    return new ToldCell(group, "shown", Optional.of(estimate), RESIDENTS, false, false, "");
  }

  static ToldCell notComputed(Group group) {
    return new ToldCell(group, "not_computed", Optional.empty(), RESIDENTS, false, false, "");
  }

  ToldCell suppressed() {
    return new ToldCell(
        group, "suppressed", estimate, denominator, isPreliminary, hasWarning, "<5");
  }

  ToldCell preliminary() {
    return new ToldCell(group, status, estimate, denominator, true, hasWarning, reason);
  }

  ToldCell warned() {
    return new ToldCell(group, status, estimate, denominator, isPreliminary, true, reason);
  }

  ToldCell withShortLookBack() {
    return new ToldCell(
        group,
        status,
        estimate,
        denominator,
        isPreliminary,
        hasWarning,
        "look-back shorter than 5 years");
  }

  ToldCell of(double residents) {
    return new ToldCell(group, status, estimate, residents, isPreliminary, hasWarning, reason);
  }
}
