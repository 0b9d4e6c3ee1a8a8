package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.CohortFlow;
import se.jamlik.jobs.reference.ReferenceTables.ConditionOverlap;
import se.jamlik.jobs.reference.ReferenceTables.ConditionTriad;
import se.jamlik.jobs.reference.ReferenceTables.CostConcentration;

/**
 * Makes the rows of the tables beyond counting by going through the persons, as their descriptions
 * say.
 */
final class ReferenceMultimorbidity {
  private static final String GROUPER = "calderon60";
  private static final Set<String> MENTAL =
      Set.of(
          "Dementia",
          "Depression and mood diseases",
          "Neurotic, stress-related and somatoform diseases",
          "Schizophrenia and delusional diseases",
          "Other psychiatric and behavioral diseases");
  private static final List<String> TABLES_OF_COST = List.of("sol", "khsl");
  private static final List<String> TABLES_OF_CORE = List.of("sol", "lss");
  private static final int[] PERCENTILES = {10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99};

  private final Map<ReferencePeriod, List<ReferencePersonPeriod>> persons;
  private final LocalDate earliestDiagnosis;
  private final ReferenceCoverage coverage;

  ReferenceMultimorbidity(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons,
      LocalDate earliestDiagnosis,
      ReferenceCoverage coverage) {
    this.persons = persons;
    this.earliestDiagnosis = earliestDiagnosis;
    this.coverage = coverage;
  }

  private record Area(String level, String code) {
    private static final Area SCOPE = new Area("scope", "scope");

    static Area of(ReferencePersonPeriod person) {
      return new Area("municipality", person.municipality());
    }
  }

  List<ConditionTriad> triads() {
    List<ConditionTriad> rows = new ArrayList<>();
    persons.keySet().forEach(period -> rows.addAll(triads(period, residents(period))));
    return rows;
  }

  private List<ConditionTriad> triads(
      ReferencePeriod period, List<ReferencePersonPeriod> residents) {
    Map<String, Long> each = new HashMap<>();
    Map<List<String>, Long> all = new HashMap<>();
    for (ReferencePersonPeriod person : residents) {
      List<String> names = new ArrayList<>(new TreeSet<>(conditions(person)));
      names.forEach(name -> each.merge(name, 1L, Long::sum));
      for (int a = 0; a < names.size(); a++) {
        for (int b = a + 1; b < names.size(); b++) {
          for (int c = b + 1; c < names.size(); c++) {
            all.merge(List.of(names.get(a), names.get(b), names.get(c)), 1L, Long::sum);
          }
        }
      }
    }
    Comparator<Map.Entry<List<String>, Long>> order =
        Map.Entry.<List<String>, Long>comparingByValue().reversed();
    for (int place = 0; place < 3; place++) {
      int at = place;
      order = order.thenComparing(triad -> triad.getKey().get(at));
    }
    List<ConditionTriad> rows = new ArrayList<>();
    for (Map.Entry<List<String>, Long> triad :
        all.entrySet().stream()
            .filter(one -> one.getValue() >= 10)
            .sorted(order)
            .limit(20)
            .toList()) {
      double n = residents.size();
      double expected = n;
      for (String name : triad.getKey()) {
        expected *= Objects.requireNonNull(each.get(name)) / n;
      }
      long count = triad.getValue();
      rows.add(
          new ConditionTriad(
              GROUPER,
              triad.getKey().get(0),
              triad.getKey().get(1),
              triad.getKey().get(2),
              period.name(),
              "all",
              rows.size() + 1L,
              count,
              expected,
              count / expected,
              chiSquared(2 * count, 0.025) / 2 / expected,
              chiSquared(2 * count + 2, 0.975) / 2 / expected,
              "shown",
              lookBack(period)));
    }
    return rows;
  }

  private static double chiSquared(long degreesOfFreedom, double probability) {
    return new ChiSquaredDistribution(null, degreesOfFreedom, 1e-14)
        .inverseCumulativeProbability(probability);
  }

  private record Group(Area area, String sex, String ageGroup, String income) {
    static List<Group> of(ReferencePersonPeriod person) {
      String age = person.shownAgeGroup();
      return List.of(
          new Group(Area.SCOPE, "all", "all", "all"),
          new Group(Area.of(person), "all", "all", "all"),
          new Group(Area.SCOPE, person.sex(), "all", "all"),
          new Group(Area.SCOPE, "all", age, "all"),
          new Group(Area.SCOPE, "all", "all", person.incomeQuintile()),
          new Group(Area.SCOPE, "all", age, person.incomeQuintile()));
    }
  }

  List<ConditionOverlap> overlaps() {
    List<ConditionOverlap> rows = new ArrayList<>();
    for (ReferencePeriod period : persons.keySet()) {
      Map<Group, List<ReferencePersonPeriod>> groups = new LinkedHashMap<>();
      residents(period)
          .forEach(
              person ->
                  Group.of(person)
                      .forEach(
                          group ->
                              groups.computeIfAbsent(group, any -> new ArrayList<>()).add(person)));
      groups.forEach((group, members) -> rows.addAll(overlaps(period, group, members)));
    }
    return rows;
  }

  private List<ConditionOverlap> overlaps(
      ReferencePeriod period, Group group, List<ReferencePersonPeriod> members) {
    List<ConditionOverlap> rows = new ArrayList<>();
    for (boolean mental : List.of(false, true)) {
      for (boolean physical : List.of(false, true)) {
        long alikeMentally = members.stream().filter(one -> isMental(one) == mental).count();
        long alikePhysically = members.stream().filter(one -> isPhysical(one) == physical).count();
        long both =
            members.stream()
                .filter(one -> isMental(one) == mental && isPhysical(one) == physical)
                .count();
        double expected = (double) alikeMentally * alikePhysically / members.size();
        boolean hasLift = expected > 0;
        rows.add(
            new ConditionOverlap(
                mental ? physical ? "both" : "mental_only" : physical ? "physical_only" : "neither",
                period.name(),
                group.area().level(),
                group.area().code(),
                group.sex(),
                group.ageGroup(),
                group.income(),
                both,
                members.size(),
                100.0 * both / members.size(),
                expected,
                hasLift ? both / expected : null,
                hasLift ? ReferenceStatistics.poissonLow((double) both) / expected : null,
                hasLift ? ReferenceStatistics.poissonHigh((double) both) / expected : null,
                "shown",
                lookBack(period)));
      }
    }
    return rows;
  }

  private static boolean isMental(ReferencePersonPeriod person) {
    return conditions(person).stream().anyMatch(MENTAL::contains);
  }

  private static boolean isPhysical(ReferencePersonPeriod person) {
    return conditions(person).stream().anyMatch(name -> !MENTAL.contains(name));
  }

  List<CostConcentration> concentrations() {
    Set<String> silent = coverage.silent(TABLES_OF_COST);
    List<CostConcentration> rows = new ArrayList<>();
    for (ReferencePeriod period : persons.keySet()) {
      Map<Area, List<ReferencePersonPeriod>> areas = new LinkedHashMap<>();
      for (ReferencePersonPeriod person : residents(period)) {
        areas.computeIfAbsent(Area.of(person), any -> new ArrayList<>()).add(person);
        if (!silent.contains(person.municipality())) {
          areas.computeIfAbsent(Area.SCOPE, any -> new ArrayList<>()).add(person);
        }
      }
      areas.forEach((area, members) -> rows.addAll(concentrations(period, area, members)));
    }
    return rows;
  }

  private List<CostConcentration> concentrations(
      ReferencePeriod period, Area area, List<ReferencePersonPeriod> members) {
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
      Area area,
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
    Map<Area, Map<String, Long>> areas = new LinkedHashMap<>();
    members.forEach(
        (person, row) -> {
          String outcome = outcome(cohort, membersNext.containsKey(person), after.get(person));
          Stream<Area> of =
              silent.contains(row.municipality())
                  ? Stream.of(Area.of(row))
                  : Stream.of(Area.SCOPE, Area.of(row));
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
      Area area,
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

  private List<String> missing(Area area, List<String> tables) {
    return area.equals(Area.SCOPE) ? List.of() : coverage.notDeliveredBy(area.code(), tables);
  }

  private @Nullable String reason(Area area, List<String> tables, List<String> missing) {
    List<String> reasons = new ArrayList<>(missing);
    if (area.equals(Area.SCOPE)) {
      reasons.addAll(coverage.without(tables));
    }
    return reasons.isEmpty() ? null : String.join("; ", reasons);
  }

  private static Set<String> conditions(ReferencePersonPeriod person) {
    return person.facts().illness().conditions();
  }

  private List<ReferencePersonPeriod> residents(ReferencePeriod period) {
    return persons.getOrDefault(period, List.of()).stream()
        .filter(ReferencePersonPeriod::isResidentAtEnd)
        .toList();
  }

  private @Nullable String lookBack(ReferencePeriod period) {
    boolean isShort = ReferenceIndicators.isLookBackShort(period, earliestDiagnosis);
    return isShort ? ReferenceIndicators.SHORT_LOOK_BACK : null;
  }
}
