package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A row of table cohort_flow: what has become of a group a year later.
 *
 * @param persons null, as all numbers, where the status is not shown
 * @param population the group at the end of the first year
 * @param share of the population, with limits
 * @param residents those of the group who live in the scope at the end of the next year; null for
 *     an outcome of those who do not, and where they are too few
 */
public record CohortFlow(
    FlowCell source,
    @Nullable Long persons,
    @Nullable Long population,
    Optional<Estimate> share,
    @Nullable Long residents,
    Status status,
    List<String> reasons) {
  public static final String TABLE = "cohort_flow";
  private static final double PERCENT = 100;
  private static final TableColumns<CohortFlow> COLUMNS =
      new TableColumns<CohortFlow>()
          .text("cohort", row -> row.source().cohort().text())
          .text("outcome", row -> row.source().outcome().text())
          .cell(row -> row.source().cell(), "period")
          .text("next_period", row -> row.source().nextPeriod())
          .cell(row -> row.source().cell(), "area_level", "area")
          .count("persons", CohortFlow::persons)
          .count("population", CohortFlow::population)
          .percent(CohortFlow::share)
          .count("residents", CohortFlow::residents)
          .number("value_of_residents", CohortFlow::valueOfResidents)
          .status(CohortFlow::status, CohortFlow::reasons);

  public CohortFlow {
    reasons = List.copyOf(reasons);
  }

  public static CohortFlow shown(
      FlowCell source, Sums sums, Estimate share, @Nullable Long residents) {
    return new CohortFlow(
        source,
        sums.numerator().persons(),
        sums.denominator().persons(),
        Optional.of(share),
        residents,
        Status.SHOWN,
        source.reasons());
  }

  public static CohortFlow hidden(FlowCell source, Status status, String why) {
    List<String> all = new ArrayList<>(List.of(why));
    all.addAll(source.reasons());
    return new CohortFlow(source, null, null, Optional.empty(), null, status, all);
  }

  /** The outcome's persons over the group, as an indicator's proportion is held. */
  public static Sums sums(FlowCell source) {
    return new Sums(
        source.sums().persons(),
        source.sums().population(),
        Counted.NONE,
        Counted.NONE,
        Squares.NONE);
  }

  public static CohortFlow notComputed(FlowCell source) {
    return hidden(source, Status.NOT_COMPUTED, String.join("; ", source.notDelivered()));
  }

  /** The row of exact numbers. */
  static CohortFlow exact(FlowCell source) {
    if (!source.isComputed()) {
      return notComputed(source);
    }
    long residents = source.sums().residents().persons();
    return shown(
        source,
        sums(source),
        Estimates.crude(Kind.PROPORTION, sums(source)),
        source.outcome().isResident() && residents > 0 ? residents : null);
  }

  /** The table of these rows. */
  public static ReleaseTable table(List<CohortFlow> flows) {
    return COLUMNS.table(TABLE, flows.stream().sorted(Comparator.comparing(CohortFlow::source)));
  }

  private @Nullable Double valueOfResidents() {
    return residents == null || persons == null
        ? null
        : Math.min(PERCENT, PERCENT * persons / residents);
  }
}
