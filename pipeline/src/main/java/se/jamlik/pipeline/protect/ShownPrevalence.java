package se.jamlik.pipeline.protect;

import java.util.Optional;
import se.jamlik.pipeline.measure.ConditionPrevalence;
import se.jamlik.pipeline.measure.Estimate;
import se.jamlik.pipeline.measure.Estimates;
import se.jamlik.pipeline.measure.PrevalenceCell;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** The rows of table condition_prevalence as they may be shown. */
final class ShownPrevalence {
  private final PerturbationTable table;
  private final Thresholds thresholds;

  ShownPrevalence(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  Decision<ConditionPrevalence> row(PrevalenceCell cell) {
    ShownSums shown = ShownSums.of(Kind.PROPORTION, cell.sums(), table);
    Optional<String> whyHidden = thresholds.whyHidden(Kind.PROPORTION, shown.sums());
    return whyHidden
        .map(why -> Decision.primary(ConditionPrevalence.suppressed(cell, why)))
        .orElseGet(
            () -> Decision.open(ConditionPrevalence.shown(cell, shown.sums(), estimate(shown))));
  }

  private static Estimate estimate(ShownSums shown) {
    return Estimates.crude(Kind.PROPORTION, shown.sums()).withError(shown.deviation()).within(1);
  }
}
