package se.jamlik.reports.release;

/**
 * Names one cell of {@code indicator_value}. Starts as the crude value of everybody in the scope
 * and is narrowed word by word: {@code Group.of("MM2",
 * "2025").in("2480").ofQuintile(1).standardised()}.
 */
public record Group(
    String indicator,
    String period,
    String area,
    String sex,
    String ageGroup,
    String dimension,
    String category,
    String standard) {

  public static Group of(String indicator, String period) {
    return new Group(indicator, period, Area.SCOPE_CODE, "all", "all", "none", "all", "crude");
  }

  public Group in(Area place) {
    return new Group(indicator, period, place.code(), sex, ageGroup, dimension, category, standard);
  }

  public Group ofSex(String wanted) {
    return new Group(indicator, period, area, wanted, ageGroup, dimension, category, standard);
  }

  public Group aged(String wanted) {
    return new Group(indicator, period, area, sex, wanted, dimension, category, standard);
  }

  /** 1 is the fifth with the lowest income. */
  public Group ofQuintile(int quintile) {
    return new Group(
        indicator,
        period,
        area,
        sex,
        ageGroup,
        "income_quintile",
        String.valueOf(quintile),
        standard);
  }

  /** As if the group had the age distribution of the European standard population of 2013. */
  public Group standardised() {
    return new Group(indicator, period, area, sex, ageGroup, dimension, category, "esp2013");
  }
}
