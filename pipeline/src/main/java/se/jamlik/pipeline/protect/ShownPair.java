package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.pipeline.measure.ConditionPair;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.Estimate;
import se.jamlik.pipeline.measure.PairCell;
import se.jamlik.pipeline.measure.PairSums;
import se.jamlik.pipeline.measure.PoissonLimits;

/**
 * The rows of table condition_pair as they may be shown. All four counts are those of
 * condition_prevalence and of the pair as shown, so that a reader arrives at the same expected
 * persons and lift.
 */
final class ShownPair {
  private final PerturbationTable table;
  private final Thresholds thresholds;
  private final PoissonLimits limits = new PoissonLimits();

  ShownPair(PerturbationTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  Decision<ConditionPair> row(PairCell cell) {
    PairSums shown = shown(cell.sums(), table);
    List<String> why = whyHidden(cell, shown);
    if (why.isEmpty()) {
      return Decision.open(ConditionPair.shown(cell, shown, lift(shown, table, limits)));
    }
    ConditionPair hidden = ConditionPair.suppressed(cell, why);
    return isFew(shown.both()) ? Decision.primary(hidden) : Decision.secondary(hidden);
  }

  /** A condition has at most as many persons as there are, as its own row says. */
  static PairSums shown(PairSums exact, PerturbationTable table) {
    Counted population = ShownSums.shown(exact.population(), table);
    return new PairSums(
        ShownSums.shown(exact.both(), table),
        atMost(ShownSums.shown(exact.withA(), table), population),
        atMost(ShownSums.shown(exact.withB(), table), population),
        population);
  }

  private List<String> whyHidden(PairCell cell, PairSums shown) {
    List<String> why = new ArrayList<>();
    if (isFew(shown.both())) {
      why.add(thresholds.smallReason());
    }
    if (isFew(shown.withA())) {
      why.add(thresholds.smallReason() + " with " + cell.conditionA());
    }
    if (isFew(shown.withB())) {
      why.add(thresholds.smallReason() + " with " + cell.conditionB());
    }
    thresholds.whyTooSmall(shown.population()).ifPresent(why::add);
    return why;
  }

  /** A pair stands in the table because somebody has it: a shown 0 is one of the small counts. */
  private boolean isFew(Counted shown) {
    return shown.persons() == 0 || thresholds.isSmall(shown.persons());
  }

  /** The lift of shown counts, of which the expected one is not 0. */
  static Estimate lift(PairSums shown, PerturbationTable table, PoissonLimits limits) {
    Estimate lift = shown.lift(limits);
    return lift.withError(Math.sqrt(liftError(shown, lift.value(), table)))
        .within(Double.POSITIVE_INFINITY);
  }

  /**
   * The variance that the changes of independent counts give the lift: that of the observed over
   * the expected squared, and the relative variances of the others times the lift squared.
   *
   * <p>Source: Cochran, Sampling Techniques, 3rd edition 1977, section 6.3 (the delta method).
   */
  private static double liftError(PairSums shown, double lift, PerturbationTable table) {
    double relative = 0;
    for (Counted count : List.of(shown.withA(), shown.withB(), shown.population())) {
      relative += table.variance() / (count.sum() * count.sum());
    }
    return table.variance() / (shown.expected() * shown.expected()) + lift * lift * relative;
  }

  static Counted atMost(Counted count, Counted most) {
    return count.persons() <= most.persons()
        ? count
        : new Counted(most.sum(), most.persons(), count.key());
  }
}
