package se.jamlik.reports;

import java.util.function.Predicate;

/** How many chronic conditions the residents of an invented region have. */
record InventedConditions(Predicate<String> isHidden) {

  void writeTo(WrittenTables tables) {
    tables.run(
        """
        create table condition_count (grouper text, period text, area_level text, area text,
          sex text, age_group text, income_quintile text, conditions text, persons bigint,
          population bigint, "value" double, status text, reason text)
        """);
    for (InventedPlace place : InventedPlace.ALL) {
      for (int age = 0; age < InventedCell.AGES.size() && place.isScope(); age++) {
        conditionCounts(tables, place, InventedCell.AGES.get(age), InventedCell.MULTIMORBID[age]);
      }
      conditionCounts(tables, place, "all", 25);
    }
    tables.write("condition_count");
  }

  private void conditionCounts(WrittenTables tables, InventedPlace place, String age, double two) {
    double one = (100 - two) * (0.1 + two / 150);
    double[] shares = {100 - two - one, one, two * 0.42, two * 0.26, two * 0.16, two * 0.16};
    for (int i = 0; i < shares.length; i++) {
      boolean isShown = !isHidden.test("MM2") && shares[i] * place.population() > 2_000;
      tables.run(
          "insert into condition_count values ('calderon60', '2025', '%s', '%s', 'all', '%s', 'all', '%s', %s, %s, %s, '%s', '')"
              .formatted(
                  place.areaLevel(),
                  place.code(),
                  age,
                  i == 5 ? "5+" : String.valueOf(i),
                  isShown ? "100" : "null",
                  isShown ? "1000" : "null",
                  isShown ? String.valueOf(shares[i]) : "null",
                  isShown ? "shown" : "suppressed"));
    }
  }
}
