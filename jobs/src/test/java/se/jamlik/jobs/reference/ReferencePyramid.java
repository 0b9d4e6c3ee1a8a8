package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.jamlik.jobs.reference.ReferenceTables.Population;

/**
 * Makes the rows of table population: of every area, sex and ten years of age, and of all of each,
 * the residents on the measure day and those of them who have two conditions or more.
 */
final class ReferencePyramid {
  private ReferencePyramid() {}

  private record Group(ReferenceArea area, String sex, String ageGroup) {}

  private static final class Count {
    private long residents;
    private long multimorbid;
  }

  static List<Population> rows(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons, LocalDate earliestDiagnosis) {
    List<Population> rows = new ArrayList<>();
    persons.forEach(
        (period, ofPeriod) -> {
          String reason = period.shortLookBack(earliestDiagnosis).orElse(null);
          counts(ofPeriod)
              .forEach(
                  (group, count) -> {
                    ReferenceStatistics.Estimate share =
                        ReferenceStatistics.wilson(
                            (double) count.multimorbid, (double) count.residents);
                    rows.add(
                        new Population(
                            period.name(),
                            group.area().level(),
                            group.area().code(),
                            group.sex(),
                            group.ageGroup(),
                            count.residents,
                            count.multimorbid,
                            100 * share.value(),
                            100 * Objects.requireNonNull(share.low()),
                            100 * Objects.requireNonNull(share.high()),
                            "shown",
                            reason));
                  });
        });
    return rows;
  }

  private static Map<Group, Count> counts(List<ReferencePersonPeriod> persons) {
    Map<Group, Count> counts = new HashMap<>();
    for (ReferencePersonPeriod person : persons) {
      if (person.isResidentAtEnd()) {
        for (ReferenceArea area : List.of(ReferenceArea.SCOPE, ReferenceArea.of(person))) {
          for (String sex : List.of("all", person.sex())) {
            for (String ageGroup : List.of("all", tenYears(person.age()))) {
              Count count =
                  counts.computeIfAbsent(new Group(area, sex, ageGroup), any -> new Count());
              count.residents++;
              if (person.facts().illness().conditions().size() > 1) {
                count.multimorbid++;
              }
            }
          }
        }
      }
    }
    return counts;
  }

  /** 0-9, 10-19 and so on; nobody is too old for 90+. */
  private static String tenYears(int age) {
    if (age >= 90) {
      return "90+";
    }
    int first = age - age % 10;
    return first + "-" + (first + 9);
  }
}
