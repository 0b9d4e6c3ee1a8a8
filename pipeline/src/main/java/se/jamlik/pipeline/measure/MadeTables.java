package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.SumCheck.Rule;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/** Tables whose answer is known, by which a night tries its own formulas. */
final class MadeTables {
  private static final double ROUNDING = 1e-9;

  private MadeTables() {}

  /**
   * A made table: each age group has as many residents as the standard population, and another
   * share of them something.
   */
  static SumCheck standardIsCrude() {
    List<Sums> groups =
        IntStream.range(0, EuropeanStandardPopulation.WEIGHTS.size())
            .mapToObj(
                group -> {
                  long residents = Math.round(EuropeanStandardPopulation.WEIGHTS.get(group));
                  return madeSums(residents * (group + 1) / 20, residents);
                })
            .toList();
    Sums total =
        groups.stream()
            .reduce(
                (one, other) ->
                    madeSums(
                        one.numerator().persons() + other.numerator().persons(),
                        one.denominator().persons() + other.denominator().persons()))
            .orElseThrow();
    List<Kind> kinds = List.of(Kind.PROPORTION, Kind.RATE, Kind.RATIO, Kind.MEAN);
    return new SumCheck(
        Rule.STANDARD_IS_CRUDE,
        IndicatorValue.TABLE,
        kinds.size(),
        kinds.stream()
            .filter(
                kind ->
                    Math.abs(
                            Estimates.standardised(kind, total, groups).value()
                                - Estimates.crude(kind, total).value())
                        > ROUNDING)
            .map(kind -> "made table of kind %s: standardised is not crude".formatted(kind))
            .toList());
  }

  private static Sums madeSums(long part, long whole) {
    return new Sums(
        new Counted(part, part, 0),
        new Counted(whole, whole, 0),
        Counted.NONE,
        Counted.NONE,
        Squares.NONE);
  }

  /** A made table: five groups of different size, all with the same value. */
  static SumCheck equalGroups() {
    ComparedGroups groups =
        ComparedGroups.of(
            Stream.of(100.0, 70.0, 310.0, 5.0, 1_000.0)
                .map(size -> new ComparedGroups.Group(12.3, Optional.empty(), size))
                .toList(),
            Direction.LOWER);
    return new SumCheck(
        Rule.EQUAL_GROUPS,
        Equity.TABLE,
        EquityMeasure.values().length,
        Stream.of(EquityMeasure.values())
            .filter(measure -> Math.abs(measure.value(groups) - none(measure)) > ROUNDING)
            .map(measure -> "made table, %s: equal groups are unequal".formatted(measure.text()))
            .toList());
  }

  /** What a measure says where there is no inequality: a quotient says 1. */
  private static double none(EquityMeasure measure) {
    return measure == EquityMeasure.RATIO || measure == EquityMeasure.RII ? 1 : 0;
  }
}
