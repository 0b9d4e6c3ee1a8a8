package se.jamlik.pipeline.measure;

import static se.jamlik.pipeline.measure.SumCheck.Rule.PARTS_ADD_UP;
import static se.jamlik.pipeline.measure.SumCheck.Rule.SHARE_IN_RANGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.PartsOfWholes.Counts;
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
        checks.populations(),
        checks.populationShares(),
        MadeTables.standardIsCrude(),
        MadeTables.equalGroups());
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
        ConditionOverlap.TABLE, overlaps(cell -> cell.overlap().text()).toList());
  }

  private SumCheck overlapsOfAll() {
    return ofAll(ConditionOverlap.TABLE, overlaps(cell -> "overlap").toList());
  }

  private Stream<Counts> overlaps(Function<OverlapCell, String> what) {
    return measured.multimorbidity().overlaps().stream()
        .map(
            cell ->
                new Counts(
                    what.apply(cell),
                    cell.cell(),
                    List.of(cell.sums().both(), cell.sums().population())));
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
        flows(cell -> cell.cohort().text() + " " + cell.outcome().text()).toList());
  }

  private SumCheck flowsOfAll() {
    return ofAll(CohortFlow.TABLE, flows(cell -> cell.cohort().text()).toList());
  }

  private Stream<Counts> flows(Function<FlowCell, String> what) {
    return measured.multimorbidity().flows().stream()
        .filter(FlowCell::isComputed)
        .map(
            cell ->
                new Counts(
                    what.apply(cell),
                    cell.cell(),
                    List.of(cell.sums().persons(), cell.sums().population())));
  }

  private SumCheck populations() {
    return PartsOfWholes.check(Population.TABLE, ofPopulations());
  }

  private SumCheck populationShares() {
    return shares(Population.TABLE, ofPopulations());
  }

  private List<Counts> ofPopulations() {
    return measured.multimorbidity().populations().stream()
        .map(cell -> counts("multimorbid", cell.cell(), cell.sums()))
        .toList();
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
}
