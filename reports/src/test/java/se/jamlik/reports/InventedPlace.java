package se.jamlik.reports;

import java.util.List;

/**
 * The scope or a municipality of the invented region.
 *
 * @param level of its indicators, for each of the scope's
 */
record InventedPlace(String code, String name, int population, double level) {
  static final List<InventedPlace> ALL =
      List.of(
          new InventedPlace("scope", "Umeåregionen", 164_830, 1.0),
          new InventedPlace("2403", "Bjurholm", 2_370, 1.16),
          new InventedPlace("2401", "Nordmaling", 6_960, 1.12),
          new InventedPlace("2409", "Robertsfors", 6_730, 0.97),
          new InventedPlace("2480", "Umeå", 134_200, 0.98),
          new InventedPlace("2404", "Vindeln", 5_420, 1.03),
          new InventedPlace("2460", "Vännäs", 9_150, 0.93));

  boolean isScope() {
    return code.equals("scope");
  }

  String areaLevel() {
    return isScope() ? "scope" : "municipality";
  }
}
