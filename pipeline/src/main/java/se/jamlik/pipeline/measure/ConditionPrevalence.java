package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table condition_prevalence: the residents of a cell who have a condition.
 *
 * @param persons null, as all numbers, where the status is not shown
 * @param population residents of the cell at the end of the period
 * @param value persons in percent of the population
 * @param limits of the value
 */
public record ConditionPrevalence(
    PrevalenceCell source,
    @Nullable Long persons,
    @Nullable Long population,
    @Nullable Double value,
    Optional<Interval> limits,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "condition_prevalence";
  private static final double PERCENT = 100;
  private static final TableColumns<ConditionPrevalence> COLUMNS =
      new TableColumns<ConditionPrevalence>()
          .text("grouper", row -> row.source().grouper())
          .text("condition", row -> row.source().condition())
          .cell(row -> row.source().cell(), "period", "area_level", "area", "sex", "age_group")
          .count("persons", ConditionPrevalence::persons)
          .count("population", ConditionPrevalence::population)
          .number("value", ConditionPrevalence::value)
          .limits(ConditionPrevalence::limits)
          .status(ConditionPrevalence::status, ConditionPrevalence::reasons);

  public ConditionPrevalence {
    reasons = List.copyOf(reasons);
  }

  /** The row of a share that is given. */
  public static ConditionPrevalence shown(PrevalenceCell source, Sums sums, Estimate estimate) {
    return new ConditionPrevalence(
        source,
        sums.numerator().persons(),
        sums.denominator().persons(),
        estimate.value() * PERCENT,
        estimate.interval().map(interval -> interval.map(limit -> limit * PERCENT)),
        Status.SHOWN,
        source.reasons());
  }

  public static ConditionPrevalence suppressed(PrevalenceCell source, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(source.reasons());
    return new ConditionPrevalence(
        source, null, null, null, Optional.empty(), Status.SUPPRESSED, all);
  }

  /** The row of exact numbers. */
  static ConditionPrevalence exact(PrevalenceCell source) {
    return shown(source, source.sums(), Estimates.crude(Kind.PROPORTION, source.sums()));
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<ConditionPrevalence> prevalences) {
    return COLUMNS.table(
        TABLE, prevalences.stream().sorted(Comparator.comparing(ConditionPrevalence::source)));
  }
}
