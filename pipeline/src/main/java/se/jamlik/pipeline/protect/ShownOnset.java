package se.jamlik.pipeline.protect;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Crossing;
import se.jamlik.pipeline.measure.Estimate;
import se.jamlik.pipeline.measure.Estimates;
import se.jamlik.pipeline.measure.MultimorbidityOnset;
import se.jamlik.pipeline.measure.Onset;
import se.jamlik.pipeline.measure.OnsetCell;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The rows of table multimorbidity_onset as they may be shown: ages are read from the shares of the
 * shown counts of the age groups, and not between groups of which one has few with two conditions.
 */
final class ShownOnset {
  private final PerturbationTable table;
  private final Thresholds thresholds;

  ShownOnset(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  Decision<MultimorbidityOnset> row(OnsetCell cell) {
    Counted population = population(cell, table);
    Optional<String> tooSmall = thresholds.whyTooSmall(population);
    if (tooSmall.isPresent()) {
      return Decision.primary(MultimorbidityOnset.suppressed(cell, tooSmall.get()));
    }
    List<ShownSums> groups = groups(cell, table);
    Onset onset = Onset.of(groups.stream().map(ShownOnset::share).toList());
    if (onset.age().filter(age -> restsOnFew(age, groups)).isPresent()) {
      return Decision.primary(MultimorbidityOnset.suppressed(cell, thresholds.smallReason()));
    }
    return Decision.open(
        MultimorbidityOnset.of(
            cell,
            population,
            new Onset(
                onset.age(),
                onset.low().filter(limit -> !restsOnFew(limit, groups)),
                onset.high().filter(limit -> !restsOnFew(limit, groups)))));
  }

  static Counted population(OnsetCell cell, PerturbationTable table) {
    return ShownSums.shown(cell.population(), table);
  }

  /** The age that the shown counts give. */
  static Optional<Double> age(OnsetCell cell, PerturbationTable table) {
    return Onset.of(groups(cell, table).stream().map(ShownOnset::share).toList())
        .age()
        .map(Crossing::at);
  }

  private static List<ShownSums> groups(OnsetCell cell, PerturbationTable table) {
    return cell.groups().stream()
        .map(group -> ShownSums.of(Kind.PROPORTION, group, table))
        .toList();
  }

  private static Optional<Estimate> share(ShownSums group) {
    return Optional.of(group)
        .filter(told -> Onset.isTold(told.sums()))
        .map(
            told ->
                Estimates.crude(Kind.PROPORTION, told.sums())
                    .withError(told.deviation())
                    .within(1));
  }

  private boolean restsOnFew(Crossing crossing, List<ShownSums> groups) {
    return IntStream.of(crossing.before(), crossing.after())
        .mapToObj(groups::get)
        .anyMatch(group -> thresholds.isSmall(group.sums().numerator().persons()));
  }
}
