package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One group of persons that a row of indicator_value is about. */
record ReferenceCell(
    String areaLevel, String area, String sex, String ageGroup, String dimension, String category) {
  static final ReferenceCell SCOPE = ofArea("scope", "scope");

  static ReferenceCell ofArea(String areaLevel, String area) {
    return new ReferenceCell(areaLevel, area, "all", "all", "none", "all");
  }

  private ReferenceCell sex(String group) {
    return new ReferenceCell(areaLevel, area, group, ageGroup, dimension, category);
  }

  private ReferenceCell age(String group) {
    return new ReferenceCell(areaLevel, area, sex, group, dimension, category);
  }

  private ReferenceCell dimension(Map.Entry<String, String> group) {
    return new ReferenceCell(areaLevel, area, sex, ageGroup, group.getKey(), group.getValue());
  }

  /** Standardised are the cells without age group, of the scope and the municipalities. */
  boolean isStandardised() {
    return ageGroup.equals("all")
        && (areaLevel.equals("scope") || areaLevel.equals("municipality"));
  }

  /** All groups of the ordinary periods that the person is counted in. */
  static List<ReferenceCell> of(ReferencePersonPeriod row) {
    Map<String, String> dimensions = new TreeMap<>();
    dimensions.put("income_quintile", row.incomeQuintile());
    dimensions.put("education", row.education());
    dimensions.put("birth_region", row.birthRegion());
    List<ReferenceCell> cells = new ArrayList<>();
    for (ReferenceCell area : List.of(SCOPE, ofArea("municipality", row.municipality()))) {
      cells.add(area);
      cells.add(area.sex(row.sex()));
      cells.add(area.age(row.shownAgeGroup()));
      dimensions.entrySet().forEach(dimension -> cells.add(area.dimension(dimension)));
    }
    dimensions
        .entrySet()
        .forEach(dimension -> cells.add(SCOPE.sex(row.sex()).dimension(dimension)));
    cells.add(
        SCOPE
            .age(row.shownAgeGroup())
            .dimension(Map.entry("income_quintile", row.incomeQuintile())));
    if (row.regso() != null) {
      cells.add(ofArea("regso", row.regso()));
    }
    return cells;
  }

  /** The one group of the three calendar years together. */
  static List<ReferenceCell> pooled(ReferencePersonPeriod row) {
    return row.deso() == null ? List.of() : List.of(ofArea("deso", row.deso()));
  }
}
