package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table multimorbidity_onset: the age from which half of a cell's residents have two
 * conditions or more.
 *
 * @param population null, as all numbers, where the status is not shown
 * @param age in years
 * @param low lower limit of the age; none where the shares' upper limits never reach one half
 * @param high upper limit of the age; none where the shares' lower limits never do
 */
public record MultimorbidityOnset(
    OnsetCell source,
    @Nullable Long population,
    Optional<Double> age,
    Optional<Double> low,
    Optional<Double> high,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "multimorbidity_onset";

  /** Why there is no age. */
  static final String NEVER = "never reaches 50 %";

  private static final TableColumns<MultimorbidityOnset> COLUMNS =
      new TableColumns<MultimorbidityOnset>()
          .cell(
              row -> row.source().cell(), "period", "area_level", "area", "sex", "income_quintile")
          .count("population", MultimorbidityOnset::population)
          .number("value", row -> row.age().orElse(null))
          .number("ci_low", row -> row.low().orElse(null))
          .number("ci_high", row -> row.high().orElse(null))
          .status(MultimorbidityOnset::status, MultimorbidityOnset::reasons);

  public MultimorbidityOnset {
    reasons = List.copyOf(reasons);
  }

  /** The row of an age, or of none where half of no age group have two conditions. */
  public static MultimorbidityOnset of(OnsetCell source, Counted population, Onset onset) {
    return onset
        .age()
        .map(
            age ->
                new MultimorbidityOnset(
                    source,
                    population.persons(),
                    Optional.of(age.at()),
                    onset.low().map(Crossing::at),
                    onset.high().map(Crossing::at),
                    Status.SHOWN,
                    source.reasons()))
        .orElseGet(() -> without(source, Status.NOT_COMPUTED, NEVER));
  }

  public static MultimorbidityOnset suppressed(OnsetCell source, String why) {
    return without(source, Status.SUPPRESSED, why);
  }

  private static MultimorbidityOnset without(OnsetCell source, Status status, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(source.reasons());
    return new MultimorbidityOnset(
        source, null, Optional.empty(), Optional.empty(), Optional.empty(), status, all);
  }

  /** The row of exact numbers. */
  static MultimorbidityOnset exact(OnsetCell source) {
    List<Optional<Estimate>> shares =
        source.groups().stream()
            .map(
                group ->
                    Optional.of(group)
                        .filter(Onset::isTold)
                        .map(told -> Estimates.crude(Kind.PROPORTION, told)))
            .toList();
    return of(source, source.population(), Onset.of(shares));
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<MultimorbidityOnset> onsets) {
    return COLUMNS.table(
        TABLE, onsets.stream().sorted(Comparator.comparing(MultimorbidityOnset::source)));
  }
}
