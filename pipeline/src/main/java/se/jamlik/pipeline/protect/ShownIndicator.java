package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.Optional;
import se.jamlik.pipeline.measure.Estimate;
import se.jamlik.pipeline.measure.Estimates;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.Standard;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** The rows of table indicator_value as they may be shown. */
final class ShownIndicator {
  private final PerturbationTable table;
  private final Thresholds thresholds;

  ShownIndicator(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  /** The crude row and, where the cell has one, the standardised row. */
  List<Decision<IndicatorValue>> rows(IndicatorCell cell) {
    if (!cell.isComputed()) {
      return cell.values().stream().map(Decision::open).toList();
    }
    Kind kind = cell.indicator().kind();
    ShownSums total = ShownSums.of(kind, cell.sums().total(), table);
    Optional<String> whyHidden = thresholds.whyHidden(cell, total.sums());
    Decision<IndicatorValue> crude =
        whyHidden
            .map(why -> Decision.primary(cell.hidden(Standard.CRUDE, Status.SUPPRESSED, why)))
            .orElseGet(() -> Decision.open(crude(cell, total)));
    if (!cell.isStandardised()) {
      return List.of(crude);
    }
    Decision<IndicatorValue> standardised =
        whyHidden
            .map(why -> Decision.secondary(cell.hidden(Standard.ESP2013, Status.SUPPRESSED, why)))
            .orElseGet(() -> Decision.open(standardised(cell, total.sums())));
    return List.of(crude, standardised);
  }

  private IndicatorValue crude(IndicatorCell cell, ShownSums total) {
    Estimate estimate =
        Estimates.crude(cell.indicator().kind(), total.sums())
            .withError(total.deviation())
            .within(most(cell));
    return cell.shown(Standard.CRUDE, total.sums(), estimate);
  }

  private IndicatorValue standardised(IndicatorCell cell, Sums total) {
    Kind kind = cell.indicator().kind();
    if (Estimates.isTooSmallToStandardise(kind, total)) {
      return cell.hidden(Standard.ESP2013, Status.NOT_COMPUTED, IndicatorCell.FEWER_THAN_TEN);
    }
    List<ShownSums> groups =
        cell.sums().standardGroups().stream()
            .map(group -> ShownSums.of(kind, group, table))
            .toList();
    List<Sums> sums = groups.stream().map(ShownSums::sums).toList();
    List<Double> errors = groups.stream().map(ShownSums::variance).toList();
    Estimate estimate =
        Estimates.standardised(kind, total, sums)
            .withError(Estimates.standardisedDeviation(sums, errors))
            .within(most(cell));
    return cell.shown(Standard.ESP2013, total, estimate);
  }

  private static double most(IndicatorCell cell) {
    return cell.indicator().kind() == Kind.PROPORTION ? 1 : Double.POSITIVE_INFINITY;
  }
}
