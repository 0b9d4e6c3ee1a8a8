package se.jamlik.reports.release;

import java.util.Optional;

/**
 * One row of {@code indicator_value}, without the columns that name its group.
 *
 * @param hasWarning whether a check of the data that it stands on has failed at a level that
 *     somebody must hear of
 */
public record Cell(
    Status status,
    Optional<Estimate> estimate,
    Optional<Double> denominator,
    boolean isPreliminary,
    boolean hasWarning,
    String reason) {

  /** What stands where the release holds no row. */
  public static final Cell ABSENT =
      new Cell(Status.ABSENT, Optional.empty(), Optional.empty(), false, false, "");

  /** A final, shown cell. */
  public static Cell shown(Estimate estimate) {
    return new Cell(Status.SHOWN, Optional.of(estimate), Optional.empty(), false, false, "");
  }

  /** A cell that disclosure control has hidden. */
  public static Cell suppressed() {
    return new Cell(Status.SUPPRESSED, Optional.empty(), Optional.empty(), false, false, "<5");
  }

  public Optional<Double> value() {
    return estimate.map(Estimate::value);
  }

  public Optional<Interval> interval() {
    return estimate.flatMap(Estimate::interval);
  }

  /** True when fewer years of diagnoses than the definition asks for lie behind the value. */
  public boolean hasShortLookBack() {
    return reason.contains("look-back");
  }
}
