package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.ConditionOverlap;
import se.jamlik.jobs.reference.ReferenceTables.ConditionTriad;

/**
 * Makes the rows of the tables of conditions that come together by going through the persons, as
 * their descriptions say.
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

  private final Map<ReferencePeriod, List<ReferencePersonPeriod>> persons;
  private final LocalDate earliestDiagnosis;

  ReferenceMultimorbidity(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons, LocalDate earliestDiagnosis) {
    this.persons = persons;
    this.earliestDiagnosis = earliestDiagnosis;
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

  private record Group(ReferenceArea area, String sex, String ageGroup, String income) {
    static List<Group> of(ReferencePersonPeriod person) {
      String age = person.shownAgeGroup();
      return List.of(
          new Group(ReferenceArea.SCOPE, "all", "all", "all"),
          new Group(ReferenceArea.of(person), "all", "all", "all"),
          new Group(ReferenceArea.SCOPE, person.sex(), "all", "all"),
          new Group(ReferenceArea.SCOPE, "all", age, "all"),
          new Group(ReferenceArea.SCOPE, "all", "all", person.incomeQuintile()),
          new Group(ReferenceArea.SCOPE, "all", age, person.incomeQuintile()));
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

  private static Set<String> conditions(ReferencePersonPeriod person) {
    return person.facts().illness().conditions();
  }

  private List<ReferencePersonPeriod> residents(ReferencePeriod period) {
    return persons.getOrDefault(period, List.of()).stream()
        .filter(ReferencePersonPeriod::isResidentAtEnd)
        .toList();
  }

  private @Nullable String lookBack(ReferencePeriod period) {
    return period.shortLookBack(earliestDiagnosis).orElse(null);
  }
}
