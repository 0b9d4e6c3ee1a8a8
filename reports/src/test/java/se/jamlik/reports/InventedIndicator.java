package se.jamlik.reports;

import java.util.List;

/**
 * What an indicator is like in the invented region.
 *
 * @param level in the scope in the first year, in its unit
 * @param growth by which the level is multiplied each year
 * @param incomeSlope how much more the lowest income has, and the highest less
 * @param share of the population that it is about
 * @param per how many persons its unit counts
 */
record InventedIndicator(
    String id, double level, double growth, double incomeSlope, double share, int per) {
  static final List<InventedIndicator> ALL =
      List.of(
          new InventedIndicator("MM2", 25.8, 1, 0.16, 1, 100),
          new InventedIndicator("MM3", 12.4, 1, 0.16, 1, 100),
          new InventedIndicator("CCI3", 5.1, 1, 0.16, 0.8, 100),
          new InventedIndicator("MSA65_CARE", 7.9, 1, 0.16, 0.19, 100),
          new InventedIndicator("MSA65_SOCIAL", 9.6, 1, 0.16, 0.19, 100),
          new InventedIndicator("MSA65_CORE", 2.4, 1, 0.16, 0.19, 100),
          new InventedIndicator("MSA65", 15.1, 1, 0.16, 0.19, 100),
          new InventedIndicator("POLY5", 47.5, 1.017, 0.03, 0.085, 100),
          new InventedIndicator("PAVERK", 905, 0.968, 0.34, 0.77, 100_000),
          new InventedIndicator("READM30", 17.6, 1, 0.16, 0.03, 100),
          new InventedIndicator("ED80", 562, 1, 0.16, 0.05, 1_000),
          new InventedIndicator("BOTH65", 14.8, 1, 0.16, 0.19, 100),
          new InventedIndicator("HTJ65", 8.2, 1, 0.03, 0.19, 100),
          new InventedIndicator("EB", 2.9, 0.95, 0.8, 1, 100));

  String unit() {
    return switch (per) {
      case 100_000 -> "per 100 000";
      case 1_000 -> "per 1 000";
      default -> "%";
    };
  }

  String direction() {
    return id.startsWith("MSA") || id.equals("BOTH65") || id.equals("HTJ65") ? "neutral" : "lower";
  }

  /** The level of an income quintile, 1 the lowest, for each of the whole's. */
  double ofQuintile(int quintile) {
    return 1 + incomeSlope * (3 - quintile) / 2;
  }

  /** Whether its diagnoses are looked for in earlier years. */
  boolean looksBack() {
    return List.of("MM2", "MM3", "CCI3").contains(id);
  }
}
