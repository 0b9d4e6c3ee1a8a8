package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/**
 * A municipality and the shape of its population.
 *
 * @param file its name in file names
 * @param isInScope whether it is one of the six that deliver; the others only have residents who
 *     are cared for at the same hospitals
 * @param bands people aged 0-15, 16-24, 25-44, 45-64 and 65+
 * @param areas how many DeSO it has
 * @param students how many times denser the ages 19-24 are than the national curve
 * @param means income, in standard deviations from the region's
 */
record Municipality(
    String code,
    String name,
    String file,
    boolean isInScope,
    long population,
    List<Double> bands,
    int areas,
    double students,
    double postSecondary,
    double bornAbroad,
    double means) {

  /** The six of the scope first, in the order of the source. */
  static List<Municipality> all() {
    List<Municipality> scope = new ArrayList<>();
    List<Municipality> elsewhere = new ArrayList<>();
    for (Figures.Row row : Figures.of("municipalities.csv")) {
      Municipality municipality = of(row);
      (municipality.isInScope() ? scope : elsewhere).add(municipality);
    }
    scope.addAll(elsewhere);
    return List.copyOf(scope);
  }

  private static Municipality of(Figures.Row row) {
    List<Double> bands =
        List.of(
            row.number("age_0_15"),
            row.number("age_16_24"),
            row.number("age_25_44"),
            row.number("age_45_64"),
            row.number("age_65"));
    return new Municipality(
        row.text("code"),
        row.text("name"),
        row.text("file"),
        row.count("scope") == 1,
        row.count("population"),
        bands,
        row.count("areas"),
        row.number("students"),
        row.number("post_secondary") / 100,
        row.number("born_abroad") / 100,
        row.number("means"));
  }

  /**
   * The code of an area (DeSO): municipality, A outside towns, B town, C main town, and four digits
   * that end in 0. A quarter lies outside towns, and half in the main town.
   */
  String area(int index) {
    String kind = index * 4 < areas ? "A" : index * 2 < areas ? "B" : "C";
    return code + kind + String.format("%03d0", index + 1);
  }

  /** RegSO: neighbouring areas together, not quite two by two. */
  String largerArea(int index) {
    return code + String.format("R%03d", index * 5 / 9 + 1);
  }

  /** How well off an area is, in standard deviations; the same in every region. */
  double meansOfArea(int index) {
    return 0.35
        * Dice.of(20180101, Long.parseLong(code) * 1000 + index, Dice.Purpose.PLACES).normal();
  }
}
