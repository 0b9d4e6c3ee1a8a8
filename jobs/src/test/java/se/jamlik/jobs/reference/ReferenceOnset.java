package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of table multimorbidity_onset by going through the persons: the age from which
 * half of the residents have two conditions or more, as its description says.
 */
final class ReferenceOnset {
  private static final int FEWEST = 20;
  private static final double HALF = 0.5;

  private ReferenceOnset() {}

  record Row(
      String period,
      String areaLevel,
      String area,
      String sex,
      String incomeQuintile,
      @Nullable Long population,
      @Nullable Double value,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("period", "area_level", "area", "sex", "income_quintile");
  }

  private record Group(ReferenceArea area, String sex, String income) {
    static List<Group> of(ReferencePersonPeriod person) {
      List<Group> groups = new ArrayList<>();
      groups.add(new Group(ReferenceArea.of(person), "all", "all"));
      for (String sex : List.of("all", person.sex())) {
        for (String income : List.of("all", person.incomeQuintile())) {
          groups.add(new Group(ReferenceArea.SCOPE, sex, income));
        }
      }
      return groups;
    }
  }

  /** The share of one age group, where it tells one, over the middle of its five years. */
  private record Point(double age, ReferenceStatistics.Estimate share) {}

  static List<Row> rows(
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons, LocalDate earliestDiagnosis) {
    List<Row> rows = new ArrayList<>();
    persons.forEach(
        (period, ofPeriod) -> {
          String shortLookBack = period.shortLookBack(earliestDiagnosis).orElse("");
          Map<Group, List<ReferencePersonPeriod>> groups = new HashMap<>();
          for (ReferencePersonPeriod person : ofPeriod) {
            if (person.isResidentAtEnd()) {
              Group.of(person)
                  .forEach(
                      group -> groups.computeIfAbsent(group, any -> new ArrayList<>()).add(person));
            }
          }
          groups.forEach(
              (group, residents) -> rows.add(row(period.name(), shortLookBack, group, residents)));
        });
    return rows;
  }

  private static Row row(
      String period, String shortLookBack, Group group, List<ReferencePersonPeriod> residents) {
    List<Point> points = points(residents);
    Double age = reached(points, ReferenceStatistics.Estimate::value);
    String reason =
        Stream.of(age == null ? "never reaches 50 %" : "", shortLookBack)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new Row(
        period,
        group.area().level(),
        group.area().code(),
        group.sex(),
        group.income(),
        age == null ? null : (long) residents.size(),
        age,
        // The upper limits reach one half before the shares do, and the lower ones after.
        age == null ? null : reached(points, share -> Objects.requireNonNull(share.high())),
        age == null ? null : reached(points, share -> Objects.requireNonNull(share.low())),
        age == null ? "not_computed" : "shown",
        reason.isEmpty() ? null : reason);
  }

  /** In the order of age, without the groups that are too small to tell a share. */
  private static List<Point> points(List<ReferencePersonPeriod> residents) {
    List<Point> points = new ArrayList<>();
    for (int ageGroup = 0; ageGroup <= 18; ageGroup++) {
      int wanted = ageGroup;
      List<ReferencePersonPeriod> members =
          residents.stream().filter(person -> person.standardAgeGroup() == wanted).toList();
      if (members.size() >= FEWEST) {
        long multimorbid =
            members.stream()
                .filter(person -> person.facts().illness().conditions().size() > 1)
                .count();
        points.add(
            new Point(
                5 * ageGroup + 2.5,
                ReferenceStatistics.wilson((double) multimorbid, (double) members.size())));
      }
    }
    return points;
  }

  /** The first age at which straight lines between the points are at one half or above. */
  private static @Nullable Double reached(
      List<Point> points, ToDoubleFunction<ReferenceStatistics.Estimate> height) {
    Point before = null;
    for (Point point : points) {
      double above = height.applyAsDouble(point.share()) - HALF;
      if (above >= 0) {
        if (before == null) {
          return point.age();
        }
        double below = HALF - height.applyAsDouble(before.share());
        return before.age() + (point.age() - before.age()) * below / (below + above);
      }
      before = point;
    }
    return null;
  }
}
