package se.jamlik.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell of {@code indicator_value} as it would be without chance: gradients by age and income, a
 * little more among women.
 *
 * @param quintile of income, or {@code all}
 * @param value in the unit of the indicator
 * @param people in the denominator
 */
record InventedCell(
    InventedIndicator indicator,
    String period,
    InventedPlace place,
    String sex,
    String age,
    String quintile,
    String standard,
    double value,
    double people) {
  static final List<String> AGES = List.of("0-17", "18-44", "45-64", "65-74", "75-84", "85+");

  /** Per cent with two conditions or more, by age. */
  static final double[] MULTIMORBID = {3, 12, 33, 56, 74, 83};

  private static final double[] AGE_SHARE = {0.20, 0.37, 0.24, 0.10, 0.06, 0.03};
  private static final List<String> PERIODS =
      List.of("2021", "2022", "2023", "2024", "2025", "R12-2026-10");
  private static final List<String> SEXES = List.of("women", "men");

  /** All cells, always in the same order. */
  static List<InventedCell> all() {
    List<InventedCell> cells = new ArrayList<>();
    for (InventedIndicator indicator : InventedIndicator.ALL) {
      for (int year = 0; year < PERIODS.size(); year++) {
        for (InventedPlace place : InventedPlace.ALL) {
          InventedCell whole = whole(indicator, year, place);
          whole.ofAllAges(cells);
          whole.ofEachAge(cells);
        }
      }
    }
    return cells;
  }

  private static InventedCell whole(InventedIndicator indicator, int year, InventedPlace place) {
    double level =
        indicator.level()
            * Math.pow(indicator.growth(), year)
            * (indicator.id().equals("MM2") ? Math.sqrt(place.level()) : place.level());
    return new InventedCell(
        indicator,
        PERIODS.get(year),
        place,
        "all",
        "all",
        "all",
        "esp2013",
        level,
        place.population() * indicator.share());
  }

  private void ofAllAges(List<InventedCell> cells) {
    for (InventedCell all : List.of(crude(), this)) {
      cells.add(all);
      SEXES.forEach(sex -> cells.add(all.of(sex)));
      for (int quintile = 1; quintile <= 5; quintile++) {
        InventedCell income = all.ofQuintile(quintile);
        cells.add(income);
        if (place.isScope()) {
          SEXES.forEach(sex -> cells.add(income.of(sex)));
        }
      }
    }
  }

  private void ofEachAge(List<InventedCell> cells) {
    for (int age = 0; age < AGES.size(); age++) {
      InventedCell aged = ofAge(age);
      cells.add(aged);
      for (int quintile = 1; quintile <= 5 && place.isScope(); quintile++) {
        cells.add(aged.ofQuintile(quintile));
      }
    }
  }

  private InventedCell crude() {
    return new InventedCell(
        indicator, period, place, sex, age, quintile, "crude", value * 1.02, people);
  }

  private InventedCell of(String oneSex) {
    double factor = oneSex.equals("women") ? 1.04 : 0.96;
    return new InventedCell(
        indicator, period, place, oneSex, age, quintile, standard, value * factor, people / 2);
  }

  private InventedCell ofQuintile(int one) {
    return new InventedCell(
        indicator,
        period,
        place,
        sex,
        age,
        String.valueOf(one),
        standard,
        value * indicator.ofQuintile(one),
        people / 5);
  }

  private InventedCell ofAge(int one) {
    return new InventedCell(
        indicator,
        period,
        place,
        sex,
        AGES.get(one),
        quintile,
        "crude",
        indicator.id().equals("MM2") ? MULTIMORBID[one] * Math.sqrt(place.level()) : value,
        place.population() * AGE_SHARE[one]);
  }

  String dimension() {
    return quintile.equals("all") ? "none" : "income_quintile";
  }

  boolean isRolling() {
    return period.startsWith("R12");
  }

  boolean isShortLookBack() {
    return indicator.looksBack() && List.of("2021", "2022", "2023").contains(period);
  }
}
