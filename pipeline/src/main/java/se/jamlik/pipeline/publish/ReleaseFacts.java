package se.jamlik.pipeline.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * What a release says of itself beside its tables. Nothing here reads the clock, so that the same
 * inputs tell the same facts.
 *
 * @param dataThrough the latest day that the deliveries tell of
 * @param periods what is reported on
 * @param qualityWarnings what is wrong with the deliveries, a line each
 * @param weaker in what way the tables are protected less than the contract asks, a line each
 */
public record ReleaseFacts(
    MadeFrom madeFrom,
    LocalDate dataThrough,
    List<ReportedPeriod> periods,
    List<String> qualityWarnings,
    List<String> weaker) {

  /** A period, both days included; preliminary while late deliveries may still change it. */
  public record ReportedPeriod(
      String period,
      @JsonProperty("first_day") LocalDate firstDay,
      @JsonProperty("last_day") LocalDate lastDay,
      boolean preliminary) {}

  public ReleaseFacts {
    periods = List.copyOf(periods);
    qualityWarnings = List.copyOf(qualityWarnings);
    weaker = List.copyOf(weaker);
  }

  /** Facts of tables that are protected as the contract asks. */
  public ReleaseFacts(
      MadeFrom madeFrom,
      LocalDate dataThrough,
      List<ReportedPeriod> periods,
      List<String> qualityWarnings) {
    this(madeFrom, dataThrough, periods, qualityWarnings, List.of());
  }

  /** The same of tables that are protected less; what protect made says how, not the caller. */
  ReleaseFacts withWeaker(List<String> ways) {
    return new ReleaseFacts(madeFrom, dataThrough, periods, qualityWarnings, ways);
  }

  boolean isUnsafe() {
    return !weaker.isEmpty();
  }
}
