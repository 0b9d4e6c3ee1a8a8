package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.ConditionPair;
import se.jamlik.jobs.reference.ReferenceTables.ConditionPrevalence;

/**
 * Makes the rows of condition_prevalence and condition_pair: of every group of residents, how many
 * have each condition, and how many have each two of them.
 */
final class ReferenceConditionTables {
  private static final String GROUPER = "calderon60";

  private final Map<ReferencePeriod, List<ReferencePersonPeriod>> persons;
  private final LocalDate earliestDiagnosis;
  private final Set<String> conditions = new TreeSet<>();
  private final Map<Long, Limits> poisson = new HashMap<>();

  ReferenceConditionTables(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons, LocalDate earliestDiagnosis) {
    this.persons = persons;
    this.earliestDiagnosis = earliestDiagnosis;
    ReferenceCodeList.named(GROUPER).groupsByPrefix().values().forEach(conditions::addAll);
  }

  private record Limits(double low, double high) {}

  private record Group(String areaLevel, String area, String sex, String ageGroup) {
    private static final Group SCOPE = new Group("scope", "scope", "all", "all");

    /** Pairs have rows in the scope and its sexes alone. */
    boolean hasPairs() {
      return areaLevel.equals("scope") && ageGroup.equals("all");
    }

    static List<Group> of(ReferencePersonPeriod person) {
      return List.of(
          SCOPE,
          new Group("municipality", person.municipality(), "all", "all"),
          new Group("scope", "scope", person.sex(), "all"),
          new Group("scope", "scope", "all", person.shownAgeGroup()));
    }
  }

  List<ConditionPrevalence> prevalences() {
    List<ConditionPrevalence> rows = new ArrayList<>();
    for (ReferencePeriod period : persons.keySet()) {
      residents(period)
          .forEach(
              (group, residents) ->
                  conditions.forEach(
                      condition -> rows.add(prevalence(period, group, residents, condition))));
    }
    return rows;
  }

  List<ConditionPair> pairs() {
    List<ConditionPair> rows = new ArrayList<>();
    for (ReferencePeriod period : persons.keySet()) {
      residents(period)
          .forEach(
              (group, residents) -> {
                if (group.hasPairs()) {
                  rows.addAll(pairs(period, group, residents));
                }
              });
    }
    return rows;
  }

  private Map<Group, List<ReferencePersonPeriod>> residents(ReferencePeriod period) {
    Map<Group, List<ReferencePersonPeriod>> residents = new LinkedHashMap<>();
    for (ReferencePersonPeriod person : persons.getOrDefault(period, List.of())) {
      if (person.isResidentAtEnd()) {
        for (Group group : Group.of(person)) {
          residents.computeIfAbsent(group, any -> new ArrayList<>()).add(person);
        }
      }
    }
    return residents;
  }

  private ConditionPrevalence prevalence(
      ReferencePeriod period,
      Group group,
      List<ReferencePersonPeriod> residents,
      String condition) {
    long having = residents.stream().filter(person -> has(person, condition)).count();
    ReferenceStatistics.Estimate share =
        ReferenceStatistics.wilson((double) having, residents.size());
    return new ConditionPrevalence(
        GROUPER,
        condition,
        period.name(),
        group.areaLevel(),
        group.area(),
        group.sex(),
        group.ageGroup(),
        having,
        residents.size(),
        100 * share.value(),
        100 * Objects.requireNonNull(share.low()),
        100 * Objects.requireNonNull(share.high()),
        "shown",
        reason(period));
  }

  private List<ConditionPair> pairs(
      ReferencePeriod period, Group group, List<ReferencePersonPeriod> residents) {
    Map<String, Long> having = new HashMap<>();
    Map<List<String>, Long> havingBoth = new HashMap<>();
    for (ReferencePersonPeriod person : residents) {
      for (String one : person.facts().illness().conditions()) {
        having.merge(one, 1L, Long::sum);
        for (String other : person.facts().illness().conditions()) {
          if (one.compareTo(other) < 0) {
            havingBoth.merge(List.of(one, other), 1L, Long::sum);
          }
        }
      }
    }
    List<ConditionPair> rows = new ArrayList<>();
    havingBoth.forEach(
        (pair, both) -> {
          double expected =
              (double) having.getOrDefault(pair.get(0), 0L)
                  * having.getOrDefault(pair.get(1), 0L)
                  / residents.size();
          Limits limits = poisson.computeIfAbsent(both, ReferenceConditionTables::exactPoisson);
          rows.add(
              new ConditionPair(
                  GROUPER,
                  pair.get(0),
                  pair.get(1),
                  period.name(),
                  group.sex(),
                  group.ageGroup(),
                  both,
                  expected,
                  both / expected,
                  limits.low() / expected,
                  limits.high() / expected,
                  "shown",
                  reason(period)));
        });
    return rows;
  }

  /** Of a count that is at least 1. */
  private static Limits exactPoisson(long count) {
    return new Limits(chiSquared(2 * count, 0.025) / 2, chiSquared(2 * count + 2, 0.975) / 2);
  }

  private static double chiSquared(long degreesOfFreedom, double probability) {
    return new ChiSquaredDistribution(null, degreesOfFreedom, 1e-14)
        .inverseCumulativeProbability(probability);
  }

  private static boolean has(ReferencePersonPeriod person, String condition) {
    return person.facts().illness().conditions().contains(condition);
  }

  private @Nullable String reason(ReferencePeriod period) {
    return period.shortLookBack(earliestDiagnosis).orElse(null);
  }
}
