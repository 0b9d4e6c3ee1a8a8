package se.jamlik.pipeline.protect;

import java.util.Optional;
import se.jamlik.pipeline.measure.ConditionCell;
import se.jamlik.pipeline.measure.ConditionCount;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** The rows of table condition_count as they may be shown. */
final class ShownConditions {
  private final PerturbationTable table;
  private final Thresholds thresholds;

  ShownConditions(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  Decision<ConditionCount> row(ConditionCell cell) {
    Sums shown = ShownSums.of(Kind.PROPORTION, cell.sums(), table).sums();
    Optional<String> whyHidden = thresholds.whyHidden(Kind.PROPORTION, shown);
    return whyHidden
        .map(why -> Decision.primary(ConditionCount.suppressed(cell, why)))
        .orElseGet(
            () ->
                Decision.open(
                    ConditionCount.shown(
                        cell, shown.numerator().persons(), shown.denominator().persons())));
  }
}
