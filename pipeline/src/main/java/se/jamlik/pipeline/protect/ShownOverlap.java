package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.Optional;
import se.jamlik.pipeline.measure.ConditionOverlap;
import se.jamlik.pipeline.measure.OverlapCell;
import se.jamlik.pipeline.measure.PairSums;
import se.jamlik.pipeline.measure.PoissonLimits;

/**
 * The rows of table condition_overlap as they may be shown. Each of the four counts of a cell, and
 * each count that the expected one is made of, is changed on its own: three of them do not give the
 * fourth.
 */
final class ShownOverlap {
  private final PerturbationTable table;
  private final Thresholds thresholds;
  private final PoissonLimits limits = PoissonLimits.asForRates();

  ShownOverlap(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  Decision<ConditionOverlap> row(OverlapCell cell) {
    PairSums shown = shown(cell.sums(), table);
    Optional<String> why =
        isSmall(shown)
            ? Optional.of(thresholds.smallReason())
            : thresholds.whyTooSmall(shown.population());
    return why.map(reason -> Decision.primary(ConditionOverlap.suppressed(cell, List.of(reason))))
        .orElseGet(
            () ->
                Decision.open(
                    ConditionOverlap.shown(
                        cell,
                        shown,
                        Optional.of(shown)
                            .filter(sums -> sums.expected() > 0)
                            .map(sums -> ShownPair.lift(sums, table, limits)))));
  }

  /** None of the parts has more persons than there are. */
  static PairSums shown(PairSums exact, PerturbationTable table) {
    PairSums shown = ShownPair.shown(exact, table);
    return new PairSums(
        ShownPair.atMost(shown.both(), shown.population()),
        shown.withA(),
        shown.withB(),
        shown.population());
  }

  private boolean isSmall(PairSums shown) {
    return thresholds.isSmall(shown.both().persons())
        || thresholds.isSmall(shown.withA().persons())
        || thresholds.isSmall(shown.withB().persons());
  }
}
