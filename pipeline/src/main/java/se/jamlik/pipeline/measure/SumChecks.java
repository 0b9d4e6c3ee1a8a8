package se.jamlik.pipeline.measure;

import static se.jamlik.pipeline.measure.SumCheck.Rule.PARTS_ADD_UP;
import static se.jamlik.pipeline.measure.SumCheck.Rule.SHARE_IN_RANGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.PartsOfWholes.Counts;
import se.jamlik.pipeline.measure.SumCheck.Rule;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;

/**
 * The self-check of a night: what must be true of the exact numbers, looked at in the cells that
 * the driver holds, before anything is made of them.
 */
public final class SumChecks {
  private static final double ROUNDING = 1e-9;

  private final Measured measured;

  private SumChecks(Measured measured) {
    this.measured = measured;
  }

  /** Every check of every table. */
  public static List<SumCheck> of(Measured measured) {
    SumChecks checks = new SumChecks(measured);
    return List.of(
        checks.indicators(),
        checks.indicatorShares(),
        checks.conditionCounts(),
        checks.conditionCountsOfAll(),
        checks.prevalences(),
        checks.prevalenceShares(),
        checks.pairs(),
        checks.overlaps(),
        checks.overlapsOfAll(),
        checks.concentrationShares(),
        checks.flows(),
        checks.flowsOfAll(),
        standardIsCrude(),
        equalGroups());
  }

  /** The largest costs of the parts are not those of the whole: of shares, only the whole cost. */
  private SumCheck indicators() {
    return PartsOfWholes.check(
        IndicatorValue.TABLE,
        measured.indicatorCells().stream()
            .filter(IndicatorCell::isComputed)
            .map(
                cell -> {
                  Sums sums = cell.sums().total();
                  return new Counts(
                      cell.indicator().id(),
                      cell.cell(),
                      cell.indicator().kind() == Kind.SHARE
                          ? List.of(sums.denominator())
                          : List.of(sums.numerator(), sums.denominator()));
                })
            .toList());
  }

  private SumCheck indicatorShares() {
    List<String> wrong = new ArrayList<>();
    long total = 0;
    for (IndicatorCell cell : measured.indicatorCells()) {
      Kind kind = cell.indicator().kind();
      if (kind == Kind.PROPORTION || kind == Kind.SHARE) {
        for (IndicatorValue value : cell.values()) {
          total++;
          if (!isShare(value, cell.indicator().multiplier())) {
            wrong.add(
                "%s %s %s: a share below 0 or above 1"
                    .formatted(
                        cell.indicator().id(),
                        PartsOfWholes.inWords(cell.cell()),
                        value.standard().text()));
          }
        }
      }
    }
    return new SumCheck(SHARE_IN_RANGE, IndicatorValue.TABLE, total, wrong);
  }

  private static boolean isShare(IndicatorValue value, double whole) {
    return Stream.of(
            Optional.ofNullable(value.value()),
            Optional.ofNullable(value.low()),
            Optional.ofNullable(value.high()))
        .flatMap(Optional::stream)
        .allMatch(number -> number >= -ROUNDING * whole && number <= (1 + ROUNDING) * whole);
  }

  private SumCheck conditionCounts() {
    return PartsOfWholes.check(
        ConditionCount.TABLE,
        measured.conditionCells().stream()
            .map(cell -> counts(cell.grouper() + " " + cell.conditions(), cell.cell(), cell.sums()))
            .toList());
  }

  private SumCheck conditionCountsOfAll() {
    return ofAll(
        ConditionCount.TABLE,
        measured.conditionCells().stream()
            .map(cell -> counts(cell.grouper(), cell.cell(), cell.sums()))
            .toList());
  }

  private SumCheck prevalences() {
    return PartsOfWholes.check(
        ConditionPrevalence.TABLE,
        measured.prevalenceCells().stream().map(SumChecks::prevalence).toList());
  }

  private SumCheck prevalenceShares() {
    return shares(
        ConditionPrevalence.TABLE,
        measured.prevalenceCells().stream().map(SumChecks::prevalence).toList());
  }

  private static Counts prevalence(PrevalenceCell cell) {
    return counts(cell.grouper() + " " + cell.condition(), cell.cell(), cell.sums());
  }

  private SumCheck pairs() {
    return PartsOfWholes.check(
        ConditionPair.TABLE,
        measured.pairCells().stream()
            .map(
                cell ->
                    new Counts(
                        "%s %s and %s"
                            .formatted(cell.grouper(), cell.conditionA(), cell.conditionB()),
                        cell.cell(),
                        List.of(cell.sums().both())))
            .toList());
  }

  private SumCheck overlaps() {
    return PartsOfWholes.check(
        ConditionOverlap.TABLE,
        measured.multimorbidity().overlaps().stream()
            .map(
                cell ->
                    new Counts(
                        cell.overlap().text(),
                        cell.cell(),
                        List.of(cell.sums().both(), cell.sums().population())))
            .toList());
  }

  private SumCheck overlapsOfAll() {
    return ofAll(
        ConditionOverlap.TABLE,
        measured.multimorbidity().overlaps().stream()
            .map(
                cell ->
                    new Counts(
                        "overlap",
                        cell.cell(),
                        List.of(cell.sums().both(), cell.sums().population())))
            .toList());
  }

  /** Gini, and the costs above each point of the Lorenz curve against all. */
  private SumCheck concentrationShares() {
    List<String> wrong = new ArrayList<>();
    long total = 0;
    for (ConcentrationCell cell : measured.multimorbidity().concentrations()) {
      double all = cell.sums().all().sum();
      List<Double> shares =
          Stream.concat(
                  Stream.of(cell.sums().gini()),
                  cell.sums().tops().stream().map(top -> top.sum() / all))
              .toList();
      total += shares.size();
      if (!shares.stream().allMatch(share -> share >= 0 && share <= 1 + ROUNDING)) {
        wrong.add(
            "%s: a share of the cost below 0 or above 1"
                .formatted(PartsOfWholes.inWords(cell.cell())));
      }
    }
    return new SumCheck(SHARE_IN_RANGE, CostConcentration.TABLE, total, wrong);
  }

  private SumCheck flows() {
    return PartsOfWholes.check(
        CohortFlow.TABLE,
        computedFlows()
            .map(
                cell ->
                    new Counts(
                        cell.cohort().text() + " " + cell.outcome().text(),
                        cell.cell(),
                        List.of(cell.sums().persons(), cell.sums().population())))
            .toList());
  }

  private SumCheck flowsOfAll() {
    return ofAll(
        CohortFlow.TABLE,
        computedFlows()
            .map(
                cell ->
                    new Counts(
                        cell.cohort().text(),
                        cell.cell(),
                        List.of(cell.sums().persons(), cell.sums().population())))
            .toList());
  }

  private Stream<FlowCell> computedFlows() {
    return measured.multimorbidity().flows().stream().filter(FlowCell::isComputed);
  }

  /** Cells of one name and group are together all of its population. */
  private static SumCheck ofAll(String table, List<Counts> cells) {
    Map<List<Object>, List<Counts>> groups =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    cell -> List.of(cell.what(), cell.cell()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> wrong = new ArrayList<>();
    groups
        .values()
        .forEach(
            parts -> {
              Counted sum =
                  parts.stream()
                      .map(part -> part.counted().get(0))
                      .reduce(Counted.NONE, Counted::with);
              Counted population = parts.get(0).counted().get(1);
              if (!PartsOfWholes.isEqual(List.of(population), List.of(sum))) {
                wrong.add(
                    "%s %s: the parts do not add up to the population"
                        .formatted(
                            parts.get(0).what(), PartsOfWholes.inWords(parts.get(0).cell())));
              }
            });
    return new SumCheck(PARTS_ADD_UP, table, groups.size(), wrong);
  }

  private static SumCheck shares(String table, List<Counts> cells) {
    return new SumCheck(
        SHARE_IN_RANGE,
        table,
        cells.size(),
        cells.stream()
            .filter(
                cell ->
                    cell.counted().get(0).persons() < 0
                        || cell.counted().get(0).persons() > cell.counted().get(1).persons())
            .map(
                cell ->
                    "%s %s: a share below 0 or above 1"
                        .formatted(cell.what(), PartsOfWholes.inWords(cell.cell())))
            .toList());
  }

  private static Counts counts(String what, Cell cell, Sums sums) {
    return new Counts(what, cell, List.of(sums.numerator(), sums.denominator()));
  }

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
  private static SumCheck equalGroups() {
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
