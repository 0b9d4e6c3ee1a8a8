package se.jamlik.pipeline.protect;

import se.jamlik.pipeline.measure.Estimates;
import se.jamlik.pipeline.measure.Population;
import se.jamlik.pipeline.measure.PopulationCell;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The rows of table population as they may be shown. Residents and those who are multimorbid are
 * two counts, of which each is hidden for its own sake: a pyramid of the residents stays whole
 * where few of them are ill.
 */
record ShownPopulation(PerturbationTable table, Thresholds thresholds) {

  Decision<Population> row(PopulationCell cell) {
    ShownSums shown = ShownSums.of(Kind.PROPORTION, cell.sums(), table);
    long persons = shown.sums().denominator().persons();
    if (isFew(persons, thresholds)) {
      return Decision.primary(Population.suppressed(cell, thresholds.smallReason()));
    }
    return thresholds
        .whyHidden(Kind.PROPORTION, shown.sums())
        .map(why -> Decision.primary(Population.ofResidentsAlone(cell, persons, why)))
        .orElseGet(
            () ->
                Decision.open(
                    Population.shown(
                        cell,
                        shown.sums(),
                        Estimates.crude(Kind.PROPORTION, shown.sums())
                            .withError(shown.deviation())
                            .within(1))));
  }

  /** A cell stands in the table because somebody lives there: a shown 0 is one of the few. */
  static boolean isFew(long shownResidents, Thresholds thresholds) {
    return shownResidents == 0 || thresholds.isSmall(shownResidents);
  }
}
