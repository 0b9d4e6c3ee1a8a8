package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.jamlik.pipeline.measure.Concentration;
import se.jamlik.pipeline.measure.ConcentrationCell;
import se.jamlik.pipeline.measure.CostConcentration;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The rows of table cost_concentration as they may be shown. A point of the Lorenz curve is what
 * the share of those above it leaves, shown as the indicators HNHC are, so that the two say the
 * same. Gini is a sum over the persons with cost, over the cost times the residents: the sums are
 * scaled alike, and the residents are those shown.
 */
final class ShownConcentration {
  private final PerturbationTable table;
  private final Thresholds thresholds;

  ShownConcentration(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  List<Decision<CostConcentration>> rows(ConcentrationCell cell) {
    if (!cell.isComputed()) {
      return CostConcentration.notComputed(cell).stream().map(Decision::open).toList();
    }
    List<Decision<CostConcentration>> rows = new ArrayList<>();
    rows.add(
        whyHidden(cell)
            .map(why -> hiddenGini(cell, why))
            .orElseGet(
                () ->
                    Decision.open(
                        CostConcentration.gini(cell, residents(cell, table), gini(cell, table)))));
    double above = 1;
    for (int place = Concentration.PERCENTILES.size() - 1; place >= 0; place--) {
      double left = 1 - top(cell, place, table).sums().value();
      Optional<String> whyHidden = whyHidden(cell, place);
      above = whyHidden.isEmpty() ? Math.min(above, left) : above;
      rows.add(
          whyHidden.isEmpty()
              ? Decision.open(CostConcentration.lorenz(cell, place, residents(cell, table), above))
              : Decision.primary(
                  CostConcentration.hiddenLorenz(cell, place, Status.SUPPRESSED, whyHidden.get())));
    }
    return rows;
  }

  private static Decision<CostConcentration> hiddenGini(ConcentrationCell cell, String why) {
    return Decision.primary(CostConcentration.hiddenGini(cell, Status.SUPPRESSED, why));
  }

  private Optional<String> whyHidden(ConcentrationCell cell, int place) {
    return whyHidden(cell)
        .or(() -> thresholds.whyHidden(Kind.SHARE, top(cell, place, table).sums()))
        .or(() -> thresholds.whyDominated(cell.top(place)));
  }

  static long residents(ConcentrationCell cell, PerturbationTable table) {
    return table.shown(cell.sums().residents());
  }

  static double gini(ConcentrationCell cell, PerturbationTable table) {
    double residents = cell.sums().residents().persons();
    return Math.min(1, cell.sums().gini() * residents / residents(cell, table));
  }

  static ShownSums top(ConcentrationCell cell, int place, PerturbationTable table) {
    return ShownSums.of(Kind.SHARE, cell.top(place).total(), table);
  }

  /** What hides all rows of an area. */
  private Optional<String> whyHidden(ConcentrationCell cell) {
    Counted residents = ShownSums.shown(cell.sums().residents(), table);
    return thresholds
        .whyTooSmall(residents)
        .or(
            () ->
                table.shown(cell.sums().all()) < Thresholds.FEWEST_BEHIND_A_MEAN
                    ? Optional.of(Thresholds.fewReason())
                    : Optional.empty())
        .or(() -> thresholds.whyDominated(cell.whole()));
  }
}
