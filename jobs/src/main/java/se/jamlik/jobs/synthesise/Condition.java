package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/**
 * A lasting condition: how common it is at each age, whom it strikes and what care it leads to. The
 * figures and their source are in conditions.csv.
 *
 * @param specialist visits a year; so are doctor and nurse, in primary care
 * @param admission stays a year
 */
record Condition(
    String id,
    List<String> codes,
    Curve shares,
    double women,
    double deprivation,
    double frailty,
    double doctor,
    double nurse,
    double specialist,
    String clinic,
    double admission,
    double mortality,
    List<Drug> drugs) {

  private static final Curve BY_AGE = Curve.at(10, 31, 55, 70, 80, 90);

  /** A drug that some of those with the condition use. */
  record Drug(String atc, double share, int dailyDoses) {
    private static Drug of(String declaration) {
      String[] parts = declaration.split(":", -1);
      return new Drug(parts[0], Double.parseDouble(parts[1]), Integer.parseInt(parts[2]));
    }
  }

  static List<Condition> all() {
    List<Condition> conditions = new ArrayList<>();
    for (Figures.Row row : Figures.of("conditions.csv")) {
      conditions.add(of(row));
    }
    return List.copyOf(conditions);
  }

  private static Condition of(Figures.Row row) {
    Curve shares =
        BY_AGE.being(
            row.number("p0") / 100,
            row.number("p18") / 100,
            row.number("p45") / 100,
            row.number("p65") / 100,
            row.number("p75") / 100,
            row.number("p85") / 100);
    return new Condition(
        row.text("id"),
        row.words("codes"),
        shares,
        row.number("women"),
        row.number("deprivation"),
        row.number("frailty"),
        row.number("doctor"),
        row.number("nurse"),
        row.number("specialist"),
        row.text("clinic"),
        row.number("admission"),
        row.number("mortality"),
        row.words("drugs").stream().map(Drug::of).toList());
  }

  /** Share of the men (1) or women (2) of an age who have the condition. */
  double share(double age, int sex) {
    double bySex = sex == 2 ? women : 2 - women;
    double young = age < 10 ? Math.max(0.05, age / 10) : 1;
    return bySex * young * shares.of(age);
  }
}
