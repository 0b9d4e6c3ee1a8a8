package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * The stage that makes indicators of facts. What it leaves has one row per indicator, period, group
 * and standard, and one per period, group and number of conditions, condition or pair of
 * conditions.
 */
public final class Measure {
  private final Coverage coverage;
  private final MeasureRules rules;
  private final Deliveries deliveries;
  private final IndicatorCells cells;
  private final List<IndicatorDefinition> indicators;
  private final List<IndicatorDefinition> shares;
  private final Map<String, Set<String>> withoutByIndicator;

  private Measure(Coverage coverage, MeasureRules rules) {
    this.coverage = coverage;
    this.rules = rules;
    this.deliveries = new Deliveries(coverage);
    this.cells = new IndicatorCells(coverage, rules, deliveries);
    Map<Boolean, List<IndicatorDefinition>> computed =
        rules.definitions().indicators().stream()
            .filter(indicator -> deliveries.missing(indicator).isEmpty())
            .collect(Collectors.partitioningBy(indicator -> indicator.kind() == Kind.SHARE));
    this.indicators = computed.getOrDefault(false, List.of());
    this.shares = computed.getOrDefault(true, List.of());
    this.withoutByIndicator =
        indicators.stream().collect(Collectors.toMap(IndicatorDefinition::id, deliveries::without));
  }

  /**
   * Adds up all indicators and conditions over the persons.
   *
   * @param personPeriods one row per person and period with its facts, as mark leaves them
   */
  public static Measured measured(
      Dataset<Row> personPeriods, Coverage coverage, MeasureRules rules) {
    return measured(Persons.of(personPeriods), coverage, rules);
  }

  /** The same of persons whose sums may be those of an earlier night. */
  public static Measured measured(Persons persons, Coverage coverage, MeasureRules rules) {
    return new Measure(coverage, rules).measured(persons);
  }

  /** What needs passes over the persons of its own. */
  private record Apart(
      Map<String, SortedMap<Cell, GroupSums>> topShares,
      List<IndicatorCell> ofSmallAreas,
      Costliest.Found costliest,
      List<IndicatorCell> pooled) {}

  private Measured measured(Persons persons) {
    List<ConditionTerm> conditions = ConditionTerm.of(rules.groupers());
    List<Term> terms =
        Stream.of(
                indicators.stream().map(Term::of),
                conditions.stream().map(ConditionTerm::term),
                Overlap.terms().stream())
            .flatMap(each -> each)
            .toList();
    Added added = new Added(terms, groupers());
    Map.Entry<SortedMap<BaseCell, long[][]>, Apart> passes =
        SideBySide.both(
            () ->
                persons.ofPeriods(
                    "base_sums", new BaseSums(added, rules.keys())::ofPeriods, Measure::merged),
            () -> apart(persons));
    SortedMap<BaseCell, long[][]> baseCells = passes.getKey();
    Apart apart = passes.getValue();
    CellSums sums = new CellSums(terms, this::isLeftOutOfScope);
    sums.addAll(baseCells);
    ConditionCells ofConditions = new ConditionCells(added, baseCells, this::lookBack);

    List<IndicatorCell> indicatorCells =
        new ArrayList<>(cells.notDelivered(rules.definitions().indicators().stream(), periods()));
    List<ConditionCell> conditionCells = new ArrayList<>();
    int firstOverlap = indicators.size() + conditions.size();
    for (int i = 0; i < firstOverlap; i++) {
      if (i < indicators.size()) {
        indicatorCells.addAll(cells.of(indicators.get(i), sums.of(i), periods(), coverage.areas()));
      } else {
        conditionCells.addAll(conditionCells(conditions.get(i - indicators.size()), sums.of(i)));
      }
    }
    shares.forEach(
        share ->
            indicatorCells.addAll(
                cells.of(
                    share,
                    apart.topShares().getOrDefault(share.id(), Collections.emptySortedMap()),
                    periods(),
                    coverage.areas())));
    indicatorCells.addAll(apart.ofSmallAreas());
    Multimorbidity multimorbidity =
        new Multimorbidity(
            ofConditions.triads(),
            OverlapCell.of(
                IntStream.range(firstOverlap, terms.size()).mapToObj(sums::of).toList(),
                this::lookBack),
            OnsetCell.of(indicatorCells),
            apart.costliest().concentrations(),
            apart.costliest().flows(),
            PopulationCell.of(terms, baseCells, this::lookBack));
    return new Measured(
        indicatorCells.stream().sorted().toList(),
        conditionCells.stream().sorted().toList(),
        ofConditions.prevalences().stream().sorted().toList(),
        ofConditions.pairs().stream().sorted().toList(),
        apart.pooled().stream().sorted().toList(),
        rules.references(),
        multimorbidity,
        rules.scope().municipalities(),
        DefinitionTables.of(rules.definitions()));
  }

  private Apart apart(Persons persons) {
    return new Apart(
        persons.ofPeriods(
            "top_shares",
            rows -> TopShares.of(rows, shares, deliveries::without, rules.keys()),
            TopShares::merged),
        ofSmallAreas(persons),
        new Costliest(coverage, rules.definitions(), rules.keys()).of(persons),
        pooled(persons));
  }

  /** Of different periods, so that no cell is in both. */
  private static SortedMap<BaseCell, long[][]> merged(
      SortedMap<BaseCell, long[][]> one, SortedMap<BaseCell, long[][]> other) {
    one.putAll(other);
    return one;
  }

  private List<Grouper> groupers() {
    return rules.groupers().stream()
        .map(id -> Grouper.of(rules.definitions().codeList(id)))
        .toList();
  }

  private List<String> lookBack(Cell cell) {
    return deliveries.lookBack(MeasuredPeriod.of(cell, periods()));
  }

  private List<MeasuredPeriod> periods() {
    return MeasuredPeriod.of(coverage);
  }

  private boolean isLeftOutOfScope(Term term, String municipality) {
    return withoutByIndicator.getOrDefault(term.id(), Set.of()).contains(municipality);
  }

  private List<IndicatorCell> ofSmallAreas(Persons persons) {
    List<IndicatorDefinition> shown =
        indicators.stream().filter(IndicatorDefinition::isForSmallAreas).toList();
    return MeasuredPeriod.ofSmallAreas(coverage)
        .filter(period -> !shown.isEmpty())
        .map(period -> ofSmallAreas(persons, shown, period))
        .orElse(List.of());
  }

  private List<IndicatorCell> ofSmallAreas(
      Persons persons, List<IndicatorDefinition> shown, MeasuredPeriod period) {
    List<Term> terms = shown.stream().map(Term::of).toList();
    CellSums sums = new CellSums(terms, this::isLeftOutOfScope);
    BaseSums ofAreas = new BaseSums(new Added(terms, List.of()), rules.keys());
    SortedMap<BaseCell, long[][]> baseCells =
        persons.together(
            "small_areas",
            period.parts(),
            rows -> ofAreas.ofSmallAreas(rows, period.parts(), period.name()));
    sums.addAll(baseCells);
    // A DeSO that geografi lacks lies where its residents live.
    Areas areas = coverage.areas().with(BaseCell.municipalities(baseCells.keySet()));
    return IntStream.range(0, shown.size())
        .boxed()
        .flatMap(i -> cells.of(shown.get(i), sums.of(i), List.of(period), areas).stream())
        .toList();
  }

  /** Rare events, over every three calendar years in a row. */
  private List<IndicatorCell> pooled(Persons persons) {
    List<MeasuredPeriod> yearsTogether = MeasuredPeriod.ofYearsTogether(coverage);
    List<IndicatorCell> found =
        new ArrayList<>(
            cells.notDelivered(
                rules.definitions().indicators().stream().filter(IndicatorDefinition::isPooled),
                yearsTogether));
    List<IndicatorDefinition> pooled =
        indicators.stream().filter(IndicatorDefinition::isPooled).toList();
    if (!pooled.isEmpty() && !yearsTogether.isEmpty()) {
      List<Term> terms = pooled.stream().map(Term::of).toList();
      List<Set<String>> leftOut =
          terms.stream().map(term -> withoutByIndicator.getOrDefault(term.id(), Set.of())).toList();
      CellSums sums = new PooledSums(terms, leftOut, rules.keys()).of(persons, yearsTogether);
      for (int i = 0; i < pooled.size(); i++) {
        found.addAll(cells.of(pooled.get(i), sums.of(i), yearsTogether, coverage.areas()));
      }
    }
    return found;
  }

  private List<ConditionCell> conditionCells(ConditionTerm term, SortedMap<Cell, GroupSums> sums) {
    return sums.entrySet().stream()
        .filter(entry -> ConditionCell.isOf(entry.getKey()))
        .map(
            entry ->
                new ConditionCell(
                    term.grouper(),
                    entry.getKey(),
                    term.conditions(),
                    lookBack(entry.getKey()),
                    entry.getValue().total()))
        .toList();
  }
}
