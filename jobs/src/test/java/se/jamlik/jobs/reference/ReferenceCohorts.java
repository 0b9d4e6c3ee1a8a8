package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.CohortFlow;
import se.jamlik.jobs.reference.ReferenceTables.CostConcentration;

/**
 * Makes the rows of the tables of cost, and of what becomes of a group in a year, by going through
 * the persons, as their descriptions say.
 */
final class ReferenceCohorts {
  private static final List<String> TABLES_OF_COST = List.of("sol", "khsl");
  private static final List<String> TABLES_OF_CORE = List.of("sol", "lss");
  private static final int[] PERCENTILES = {10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99};

  private final Map<ReferencePeriod, List<ReferencePersonPeriod>> persons;
  private final ReferenceCoverage coverage;

  ReferenceCohorts(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons, ReferenceCoverage coverage) {
    this.persons = persons;
    this.coverage = coverage;
  }

  List<CostConcentration> concentrations() {
    Set<String> silent = coverage.silent(TABLES_OF_COST);
    List<CostConcentration> rows = new ArrayList<>();
    for (ReferencePeriod period : persons.keySet()) {
      Map<ReferenceArea, List<ReferencePersonPeriod>> areas = new LinkedHashMap<>();
      for (ReferencePersonPeriod person : residents(period)) {
        areas.computeIfAbsent(ReferenceArea.of(person), any -> new ArrayList<>()).add(person);
        if (!silent.contains(person.municipality())) {
          areas.computeIfAbsent(ReferenceArea.SCOPE, any -> new ArrayList<>()).add(person);
        }
      }
      areas.forEach((area, members) -> rows.addAll(concentrations(period, area, members)));
    }
    return rows;
  }

  private List<CostConcentration> concentrations(
      ReferencePeriod period, ReferenceArea area, List<ReferencePersonPeriod> members) {
    double[] costs =
        members.stream()
            .mapToDouble(person -> person.facts().cost().doubleValue())
            .sorted()
            .toArray();
    double sum = Arrays.stream(costs).sum();
    if (sum == 0) {
      return List.of();
    }
    List<String> missing = missing(area, TABLES_OF_COST);
    List<CostConcentration> rows = new ArrayList<>();
    double differences = 0;
    for (double one : costs) {
      for (double other : costs) {
        differences += Math.abs(one - other);
      }
    }
    rows.add(
        concentration(
            period, area, "gini", null, differences / (2 * costs.length * sum), members, missing));
    for (int percentile : PERCENTILES) {
      long below = (long) costs.length * percentile / 100;
      double cost = Arrays.stream(costs).limit(below).sum();
      rows.add(
          concentration(
              period, area, "lorenz", (long) percentile, 100 * cost / sum, members, missing));
    }
    return rows;
  }

  private CostConcentration concentration(
      ReferencePeriod period,
      ReferenceArea area,
      String measure,
      @Nullable Long percentile,
      double value,
      List<ReferencePersonPeriod> members,
      List<String> missing) {
    boolean isShown = missing.isEmpty();
    return new CostConcentration(
        measure,
        percentile,
        period.name(),
        area.level(),
        area.code(),
        isShown ? (long) members.size() : null,
        isShown ? value : null,
        isShown ? "shown" : "not_computed",
        reason(area, TABLES_OF_COST, missing));
  }

  List<CohortFlow> flows() {
    List<CohortFlow> rows = new ArrayList<>();
    for (ReferencePeriod period : persons.keySet()) {
      persons.keySet().stream()
          .filter(next -> period.isCalendarYear() && next.isCalendarYear())
          .filter(next -> next.firstDay().equals(period.firstDay().plusYears(1)))
          .forEach(
              next -> {
                if (coverage.notDelivered(List.of("lss")).isEmpty()) {
                  rows.addAll(
                      flows("msa65_core", TABLES_OF_CORE, period, next, core(period), core(next)));
                }
                rows.addAll(
                    flows(
                        "cost_top5",
                        TABLES_OF_COST,
                        period,
                        next,
                        costliest(period),
                        costliest(next)));
              });
    }
    return rows;
  }

  private Map<String, ReferencePersonPeriod> core(ReferencePeriod period) {
    return residents(period).stream()
        .filter(person -> person.age() >= 65 && person.facts().isCore())
        .collect(Collectors.toMap(ReferencePersonPeriod::person, person -> person));
  }

  /** The cost that divides the costliest from the others is that of the scope that is computed. */
  private Map<String, ReferencePersonPeriod> costliest(ReferencePeriod period) {
    Set<String> silent = coverage.silent(TABLES_OF_COST);
    List<BigDecimal> costs =
        residents(period).stream()
            .filter(person -> !silent.contains(person.municipality()))
            .map(person -> person.facts().cost())
            .sorted(Comparator.reverseOrder())
            .toList();
    if (costs.isEmpty()) {
      return Map.of();
    }
    BigDecimal last = costs.get((costs.size() + 19) / 20 - 1);
    return residents(period).stream()
        .filter(person -> person.facts().cost().signum() > 0)
        .filter(person -> person.facts().cost().compareTo(last) >= 0)
        .collect(Collectors.toMap(ReferencePersonPeriod::person, person -> person));
  }

  private List<CohortFlow> flows(
      String cohort,
      List<String> tables,
      ReferencePeriod period,
      ReferencePeriod next,
      Map<String, ReferencePersonPeriod> members,
      Map<String, ReferencePersonPeriod> membersNext) {
    Map<String, ReferencePersonPeriod> after =
        persons.getOrDefault(next, List.of()).stream()
            .collect(Collectors.toMap(ReferencePersonPeriod::person, person -> person));
    Set<String> silent = coverage.silent(tables);
    Map<ReferenceArea, Map<String, Long>> areas = new LinkedHashMap<>();
    members.forEach(
        (person, row) -> {
          String outcome = outcome(cohort, membersNext.containsKey(person), after.get(person));
          Stream<ReferenceArea> of =
              silent.contains(row.municipality())
                  ? Stream.of(ReferenceArea.of(row))
                  : Stream.of(ReferenceArea.SCOPE, ReferenceArea.of(row));
          of.forEach(
              area ->
                  areas
                      .computeIfAbsent(area, any -> new TreeMap<>())
                      .merge(outcome, 1L, Long::sum));
        });
    List<CohortFlow> rows = new ArrayList<>();
    areas.forEach(
        (area, outcomes) ->
            outcomesOf(cohort)
                .forEach(
                    outcome ->
                        rows.add(
                            flow(cohort, outcome, tables, List.of(period, next), area, outcomes))));
    return rows;
  }

  private static List<String> outcomesOf(String cohort) {
    return cohort.equals("msa65_core")
        ? List.of("died", "moved_away", "remains", "special_housing", "improved")
        : List.of("died", "moved_away", "remains", "below_top");
  }

  private static String outcome(
      String cohort, boolean isMember, @Nullable ReferencePersonPeriod after) {
    if (after != null && after.hasDied()) {
      return "died";
    }
    if (after == null || !after.isResidentAtEnd()) {
      return "moved_away";
    }
    if (isMember) {
      return "remains";
    }
    if (cohort.equals("cost_top5")) {
      return "below_top";
    }
    return after.isInSpecialHousing() ? "special_housing" : "improved";
  }

  private CohortFlow flow(
      String cohort,
      String outcome,
      List<String> tables,
      List<ReferencePeriod> years,
      ReferenceArea area,
      Map<String, Long> outcomes) {
    List<String> missing = missing(area, tables);
    boolean isShown = missing.isEmpty();
    long count = outcomes.getOrDefault(outcome, 0L);
    long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
    long residents =
        all - outcomes.getOrDefault("died", 0L) - outcomes.getOrDefault("moved_away", 0L);
    boolean isOfResidents =
        isShown && residents > 0 && !List.of("died", "moved_away").contains(outcome);
    ReferenceStatistics.Estimate share = ReferenceStatistics.wilson((double) count, (double) all);
    return new CohortFlow(
        cohort,
        outcome,
        years.get(0).name(),
        years.get(1).name(),
        area.level(),
        area.code(),
        isShown ? count : null,
        isShown ? all : null,
        isShown ? 100 * share.value() : null,
        isShown ? 100 * Objects.requireNonNull(share.low()) : null,
        isShown ? 100 * Objects.requireNonNull(share.high()) : null,
        isOfResidents ? residents : null,
        isOfResidents ? 100.0 * count / residents : null,
        isShown ? "shown" : "not_computed",
        reason(area, tables, missing));
  }

  private List<String> missing(ReferenceArea area, List<String> tables) {
    return area.equals(ReferenceArea.SCOPE)
        ? List.of()
        : coverage.notDeliveredBy(area.code(), tables);
  }

  private @Nullable String reason(ReferenceArea area, List<String> tables, List<String> missing) {
    List<String> reasons = new ArrayList<>(missing);
    if (area.equals(ReferenceArea.SCOPE)) {
      reasons.addAll(coverage.without(tables));
    }
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  private List<ReferencePersonPeriod> residents(ReferencePeriod period) {
    return persons.getOrDefault(period, List.of()).stream()
        .filter(ReferencePersonPeriod::isResidentAtEnd)
        .toList();
  }
}
