package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that brings people to care apart from lasting conditions.
 *
 * @param weights relative frequency for children, 15-44, 45-64, 65-79 and 80+
 * @param days mean length of a stay
 */
record Reason(
    String clinic,
    List<String> codes,
    List<String> causes,
    List<Double> weights,
    double women,
    double days,
    String operation) {

  /** Where the reason leads. */
  enum Setting {
    STAY,
    PLANNED,
    EMERGENCY,
    CONTACT,
    VISIT
  }

  static Map<Setting, List<Reason>> all() {
    Map<Setting, List<Reason>> reasons = new EnumMap<>(Setting.class);
    for (Figures.Row row : Figures.of("reasons.csv")) {
      reasons
          .computeIfAbsent(Setting.valueOf(row.text("setting")), any -> new ArrayList<>())
          .add(of(row));
    }
    return reasons;
  }

  private static Reason of(Figures.Row row) {
    List<Double> weights =
        List.of(
            row.number("child"),
            row.number("young"),
            row.number("middle"),
            row.number("old"),
            row.number("oldest"));
    return new Reason(
        row.text("clinic"),
        row.words("codes"),
        row.words("causes"),
        weights,
        row.number("women"),
        row.number("days"),
        row.text("operation"));
  }

  /** One of the reasons, as common as it is at the age and sex. */
  static Reason drawn(List<Reason> reasons, Dice dice, double age, int sex) {
    int group = age < 15 ? 0 : age < 45 ? 1 : age < 65 ? 2 : age < 80 ? 3 : 4;
    double[] weights = new double[reasons.size()];
    for (int index = 0; index < weights.length; index++) {
      Reason reason = reasons.get(index);
      weights[index] = reason.weights.get(group) * (sex == 2 ? reason.women : 2 - reason.women);
    }
    return reasons.get(dice.weighted(weights, weights.length));
  }
}
