package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Income quintile and education of a day, from the latest delivered year of lisa that is not after
 * it.
 */
final class ReferenceIncome {
  private final TreeMap<Integer, Map<String, ReferenceRow>> years = new TreeMap<>();
  private final ReferencePopulation population;
  private final Map<LocalDate, List<BigDecimal>> cutPointsByDay = new HashMap<>();

  ReferenceIncome(ReferenceTables.Inbox inbox, ReferencePopulation population) {
    this.population = population;
    for (ReferenceRow row : inbox.of("lisa")) {
      years.computeIfAbsent(row.integer("ar"), year -> new HashMap<>()).put(row.lopnr(), row);
    }
  }

  private @Nullable ReferenceRow rowOn(String person, LocalDate day) {
    Map.Entry<Integer, Map<String, ReferenceRow>> year = years.floorEntry(day.getYear());
    return year == null ? null : year.getValue().get(person);
  }

  private @Nullable BigDecimal incomeOn(String person, LocalDate day) {
    ReferenceRow row = rowOn(person, day);
    return row == null ? null : row.decimal("dispinkke04");
  }

  String quintileOn(String person, LocalDate day) {
    BigDecimal income = incomeOn(person, day);
    return income == null ? "missing" : String.valueOf(quintile(income, cutPointsOn(day)));
  }

  String educationOn(String person, LocalDate day, int age) {
    if (age < 25) {
      return "under_25";
    }
    ReferenceRow row = rowOn(person, day);
    Integer level = row == null ? null : row.integer("sun2020niva");
    if (level == null || level < 1 || level > 7) {
      return "missing";
    }
    return level <= 2 ? "low" : level <= 4 ? "medium" : "high";
  }

  /** Among the residents of that day whose income is known. */
  private List<BigDecimal> cutPointsOn(LocalDate day) {
    List<BigDecimal> known = cutPointsByDay.get(day);
    if (known == null) {
      List<BigDecimal> incomes = new ArrayList<>();
      for (String person : population.persons()) {
        BigDecimal income = incomeOn(person, day);
        if (income != null && population.residenceOn(person, day) != null) {
          incomes.add(income);
        }
      }
      known = cutPoints(incomes);
      cutPointsByDay.put(day, known);
    }
    return known;
  }

  /** The 20th, 40th, 60th and 80th percentiles by nearest rank; none of nothing. */
  static List<BigDecimal> cutPoints(List<BigDecimal> values) {
    List<BigDecimal> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    List<BigDecimal> cutPoints = new ArrayList<>();
    for (int fifth = 1; fifth <= 4 && !sorted.isEmpty(); fifth++) {
      int rank = (sorted.size() * fifth + 4) / 5;
      cutPoints.add(sorted.get(rank - 1));
    }
    return cutPoints;
  }

  static int quintile(BigDecimal value, List<BigDecimal> cutPoints) {
    return 1 + (int) cutPoints.stream().filter(cutPoint -> cutPoint.compareTo(value) < 0).count();
  }
}
