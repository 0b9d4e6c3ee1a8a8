package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.jobs.reference.ReferenceTables.ConditionCount;

/**
 * Makes the rows of condition_count: how many residents have 0, 1, 2, 3, 4, 5 or more conditions.
 */
final class ReferenceConditionCounts {
  private static final List<String> CONDITIONS = List.of("0", "1", "2", "3", "4", "5+");

  private ReferenceConditionCounts() {}

  private record Group(
      String areaLevel, String area, String sex, String ageGroup, String incomeQuintile) {}

  static List<ConditionCount> rows(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons, LocalDate earliestDiagnosis) {
    List<ConditionCount> rows = new ArrayList<>();
    persons.forEach(
        (period, ofPeriod) -> {
          String reason = period.shortLookBack(earliestDiagnosis).orElse(null);
          counts(ofPeriod)
              .forEach(
                  (group, counts) -> {
                    long population = 0;
                    for (long count : counts) {
                      population += count;
                    }
                    for (int number = 0; number < counts.length; number++) {
                      rows.add(
                          new ConditionCount(
                              "calderon60",
                              period.name(),
                              group.areaLevel(),
                              group.area(),
                              group.sex(),
                              group.ageGroup(),
                              group.incomeQuintile(),
                              CONDITIONS.get(number),
                              counts[number],
                              population,
                              100.0 * counts[number] / population,
                              "shown",
                              reason));
                    }
                  });
        });
    return rows;
  }

  private static Map<Group, long[]> counts(List<ReferencePersonPeriod> persons) {
    Map<Group, long[]> counts = new LinkedHashMap<>();
    for (ReferencePersonPeriod person : persons) {
      if (person.isResidentAtEnd()) {
        int number = Math.min(person.facts().illness().conditions().size(), 5);
        for (Group group : groups(person)) {
          counts.computeIfAbsent(group, any -> new long[CONDITIONS.size()])[number]++;
        }
      }
    }
    return counts;
  }

  private static List<Group> groups(ReferencePersonPeriod person) {
    return List.of(
        new Group("scope", "scope", "all", "all", "all"),
        new Group("municipality", person.municipality(), "all", "all", "all"),
        new Group("scope", "scope", person.sex(), "all", "all"),
        new Group("scope", "scope", "all", person.shownAgeGroup(), "all"),
        new Group("scope", "scope", "all", "all", person.incomeQuintile()),
        new Group("scope", "scope", "all", person.shownAgeGroup(), person.incomeQuintile()));
  }
}
