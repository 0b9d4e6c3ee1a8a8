package se.jamlik.pipeline.protect;

import java.util.Optional;
import se.jamlik.pipeline.measure.CohortFlow;
import se.jamlik.pipeline.measure.Estimates;
import se.jamlik.pipeline.measure.FlowCell;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The rows of table cohort_flow as they may be shown. The parts of a group are changed each on its
 * own, and so is the whole: what is hidden of one part cannot be found by taking the others away.
 */
final class ShownFlow {
  private final PerturbationTable table;
  private final Thresholds thresholds;

  ShownFlow(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  Decision<CohortFlow> row(FlowCell cell) {
    if (!cell.isComputed()) {
      return Decision.open(CohortFlow.notComputed(cell));
    }
    ShownSums shown = shown(cell, table);
    Optional<String> whyHidden = thresholds.whyHidden(Kind.PROPORTION, shown.sums());
    return whyHidden
        .map(why -> Decision.primary(CohortFlow.hidden(cell, Status.SUPPRESSED, why)))
        .orElseGet(
            () ->
                Decision.open(
                    CohortFlow.shown(
                        cell,
                        shown.sums(),
                        Estimates.crude(Kind.PROPORTION, shown.sums())
                            .withError(shown.deviation())
                            .within(1),
                        residents(cell).orElse(null))));
  }

  static ShownSums shown(FlowCell cell, PerturbationTable table) {
    return ShownSums.of(Kind.PROPORTION, CohortFlow.sums(cell), table);
  }

  /** Those of the group who still live here: a denominator too, with the least of one. */
  private Optional<Long> residents(FlowCell cell) {
    long residents = table.shown(cell.sums().residents());
    return cell.outcome().isResident() && residents >= thresholds.rules().smallestDenominator()
        ? Optional.of(residents)
        : Optional.empty();
  }
}
