package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.pipeline.measure.ConditionTriad;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Estimate;
import se.jamlik.pipeline.measure.PoissonLimits;
import se.jamlik.pipeline.measure.TriadCell;
import se.jamlik.pipeline.measure.TriadSums;

/**
 * The rows of table condition_triad as they may be shown: the most common by the shown counts, so
 * that neither a row nor its place tells of an exact one.
 */
final class ShownTriad {
  private final PerturbationTable table;
  private final Thresholds thresholds;
  private final PoissonLimits limits = new PoissonLimits();

  ShownTriad(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  List<Decision<ConditionTriad>> rows(List<TriadCell> triads) {
    return ConditionTriad.ranked(triads, triad -> table.shown(triad.sums().all())).stream()
        .map(this::row)
        .toList();
  }

  private Decision<ConditionTriad> row(ConditionTriad.Ranked triad) {
    TriadSums shown = shown(triad.cell().sums(), table);
    List<String> why = new ArrayList<>();
    for (int i = 0; i < shown.withEach().size(); i++) {
      long persons = shown.withEach().get(i).persons();
      if (persons == 0 || thresholds.isSmall(persons)) {
        why.add(thresholds.smallReason() + " with " + triad.cell().conditions().get(i));
      }
    }
    thresholds.whyTooSmall(shown.population()).ifPresent(why::add);
    return why.isEmpty()
        ? Decision.open(ConditionTriad.shown(triad, shown, lift(shown)))
        : Decision.secondary(ConditionTriad.suppressed(triad, why));
  }

  /** A condition has at most as many persons as there are, as its own row says. */
  static TriadSums shown(TriadSums exact, PerturbationTable table) {
    Counted population = ShownSums.shown(exact.population(), table);
    return new TriadSums(
        ShownSums.shown(exact.all(), table),
        exact.withEach().stream()
            .map(with -> ShownPair.atMost(ShownSums.shown(with, table), population))
            .toList(),
        population);
  }

  private Estimate lift(TriadSums shown) {
    Estimate lift = shown.lift(limits);
    return lift.withError(Math.sqrt(liftError(shown, lift.value())))
        .within(Double.POSITIVE_INFINITY);
  }

  /** As for a pair; the population stands in the expected twice, which makes four variances. */
  private double liftError(TriadSums shown, double lift) {
    double population = shown.population().sum();
    double relative = 4 / (population * population);
    for (Counted with : shown.withEach()) {
      relative += 1 / (with.sum() * with.sum());
    }
    return table.variance() * (1 / (shown.expected() * shown.expected()) + lift * lift * relative);
  }
}
