package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Period;

/**
 * The cells of cost_concentration and cohort_flow: two passes over the persons, one that counts
 * costs and one that follows those with the highest from year to year, and the sickest elderly with
 * them.
 */
final class Costliest {
  /** The indicators that tell whose cost, and who the sickest elderly are. */
  private static final Map<Cohort, String> INDICATORS =
      Map.of(Cohort.COSTLIEST, "HNHC5", Cohort.CORE, "MSA65_CORE");

  private final Coverage coverage;
  private final Deliveries deliveries;
  private final RecordKey keys;
  private final Map<Cohort, IndicatorDefinition> indicators = new EnumMap<>(Cohort.class);

  Costliest(Coverage coverage, Definitions definitions, RecordKey keys) {
    this.coverage = coverage;
    this.deliveries = new Deliveries(coverage);
    this.keys = keys;
    INDICATORS.forEach(
        (cohort, id) ->
            definitions.indicators().stream()
                .filter(indicator -> indicator.id().equals(id))
                .forEach(indicator -> indicators.put(cohort, indicator)));
  }

  /** What is found of both tables. */
  record Found(List<ConcentrationCell> concentrations, List<FlowCell> flows) {}

  Found of(Persons persons) {
    SortedMap<Cell, Concentration> costs = costs(persons);
    return new Found(concentrations(costs), flows(persons, costs));
  }

  private SortedMap<Cell, Concentration> costs(Persons persons) {
    IndicatorDefinition share = indicators.get(Cohort.COSTLIEST);
    return share == null
        ? Collections.emptySortedMap()
        : persons.ofPeriods(
            "costs", new Concentrations(share, without(share), keys)::of, Costliest::merged);
  }

  /** Of different periods, so that no cell is in both. */
  private static SortedMap<Cell, Concentration> merged(
      SortedMap<Cell, Concentration> one, SortedMap<Cell, Concentration> other) {
    one.putAll(other);
    return one;
  }

  private List<ConcentrationCell> concentrations(SortedMap<Cell, Concentration> costs) {
    List<ConcentrationCell> cells = new ArrayList<>();
    costs.forEach(
        (cell, sums) -> {
          if (sums.all().persons() > 0) {
            IndicatorDefinition share = indicator(Cohort.COSTLIEST);
            cells.add(
                new ConcentrationCell(
                    cell, deliveries.missing(share, cell), reasons(share, cell), sums));
          }
        });
    return cells;
  }

  private List<FlowCell> flows(Persons persons, SortedMap<Cell, Concentration> costs) {
    SortedMap<String, String> years = years();
    Map<Cohort, String> members = new EnumMap<>(Cohort.class);
    indicators.forEach(
        (cohort, indicator) -> {
          if (deliveries.missing(indicator).isEmpty()) {
            members.put(cohort, members(cohort, indicator, costs));
          }
        });
    List<FlowCell> cells = new ArrayList<>();
    byArea(persons.together("flows", yearsAndNext(years), new Flows(years, members, keys)::of))
        .forEach(
            (area, outcomes) ->
                cells.addAll(
                    flows(
                        area, outcomes, Objects.requireNonNull(years.get(area.cell().period())))));
    return cells;
  }

  /** A group in an area. */
  private record Area(Cohort cohort, Cell cell) {}

  private Map<Area, Map<Cohort.Outcome, Counted>> byArea(Map<Flows.Part, Counted> parts) {
    Map<Area, Map<Cohort.Outcome, Counted>> areas = new HashMap<>();
    parts.forEach(
        (part, counted) -> {
          Cohort cohort = cohort(part.cohort());
          areas(cohort, part)
              .forEach(
                  cell ->
                      areas
                          .computeIfAbsent(
                              new Area(cohort, cell), absent -> new EnumMap<>(Cohort.Outcome.class))
                          .merge(outcome(cohort, part.outcome()), counted, Counted::with));
        });
    return areas;
  }

  private Stream<Cell> areas(Cohort cohort, Flows.Part part) {
    Cell municipality = Cell.wholeArea(part.period(), Cell.MUNICIPALITY, part.municipality());
    return without(indicator(cohort)).contains(part.municipality())
        ? Stream.of(municipality)
        : Stream.of(municipality, Cell.wholeArea(part.period(), Cell.SCOPE, Cell.SCOPE));
  }

  private List<FlowCell> flows(
      Area area, Map<Cohort.Outcome, Counted> outcomes, String nextPeriod) {
    IndicatorDefinition indicator = indicator(area.cohort());
    Counted population = outcomes.values().stream().reduce(Counted.NONE, Counted::with);
    Counted residents =
        outcomes.entrySet().stream()
            .filter(entry -> entry.getKey().isResident())
            .map(Map.Entry::getValue)
            .reduce(Counted.NONE, Counted::with);
    return area.cohort().outcomes().stream()
        .map(
            outcome ->
                new FlowCell(
                    area.cohort(),
                    outcome,
                    area.cell(),
                    nextPeriod,
                    deliveries.missing(indicator, area.cell()),
                    reasons(indicator, area.cell()),
                    new FlowCell.FlowSums(
                        outcomes.getOrDefault(outcome, Counted.NONE), population, residents)))
        .toList();
  }

  /** Those of the costliest are told by the lowest cost among them, a year at a time. */
  private String members(
      Cohort cohort, IndicatorDefinition indicator, SortedMap<Cell, Concentration> costs) {
    String population = "(" + indicator.population() + ")";
    if (cohort == Cohort.CORE) {
      return population + " and (" + indicator.numerator() + ")";
    }
    String isAtTop =
        costs.entrySet().stream()
            .filter(entry -> entry.getKey().isScope())
            .map(
                entry ->
                    "(period = '%s' and %s >= %d)"
                        .formatted(
                            entry.getKey().period(),
                            TopShares.millionthsOf(indicator.numerator()),
                            Math.max(1, entry.getValue().lowestOfFivePercent())))
            .collect(Collectors.joining(" or ", "(", ")"));
    return costs.isEmpty() ? "false" : population + " and " + isAtTop;
  }

  /** Calendar years with a year after, and that year. */
  private SortedMap<String, String> years() {
    Set<String> names =
        coverage.periods().stream()
            .filter(Period::isCalendarYear)
            .map(Period::name)
            .collect(Collectors.toSet());
    SortedMap<String, String> years = new TreeMap<>();
    for (String name : names) {
      String next = Integer.toString(Integer.parseInt(name) + 1);
      if (names.contains(next)) {
        years.put(name, next);
      }
    }
    return years;
  }

  private static SortedSet<String> yearsAndNext(SortedMap<String, String> years) {
    SortedSet<String> all = new TreeSet<>(years.keySet());
    all.addAll(years.values());
    return all;
  }

  private IndicatorDefinition indicator(Cohort cohort) {
    return Objects.requireNonNull(indicators.get(cohort));
  }

  private Set<String> without(IndicatorDefinition indicator) {
    return deliveries.without(indicator);
  }

  /** What is to be known of a computed value; no cost and no core group looks back. */
  private List<String> reasons(IndicatorDefinition indicator, Cell cell) {
    Set<String> without = without(indicator);
    return cell.isScope() && !without.isEmpty()
        ? List.of("without " + String.join(", ", without))
        : List.of();
  }

  private static Cohort cohort(String text) {
    return Stream.of(Cohort.values())
        .filter(cohort -> cohort.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Cohort.Outcome outcome(Cohort cohort, String text) {
    return cohort.outcomes().stream()
        .filter(outcome -> outcome.text().equals(text))
        .findFirst()
        .orElseThrow();
  }
}
