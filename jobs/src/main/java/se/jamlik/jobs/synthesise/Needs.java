package se.jamlik.jobs.synthesise;

import se.jamlik.jobs.synthesise.Dice.Purpose;

/**
 * When an old person comes to need help: a safety alarm first, then home care, then a place in
 * special housing. Each day is never when it does not come within the story.
 */
record Needs(int alarmFrom, int homeCareFrom, int residenceFrom) {
  private static final int YOUNGEST = 60;
  private static final Curve BY_AGE = Curve.at(60, 67, 72, 77, 82, 87, 92, 97);
  private static final Curve ALARM =
      BY_AGE.being(0.004, 0.026, 0.048, 0.105, 0.235, 0.46, 0.74, 0.93);
  private static final Curve HOME_CARE =
      BY_AGE.being(0.003, 0.019, 0.035, 0.078, 0.18, 0.37, 0.62, 0.8);
  private static final Curve RESIDENCE =
      BY_AGE.being(0.001, 0.005, 0.011, 0.026, 0.066, 0.16, 0.33, 0.48);

  static Needs of(World world, Person person, Health health) {
    Dice dice = world.dice(person.number(), Purpose.NEEDS);
    double threshold = dice.uniform();
    int wait = dice.below(365);
    return new Needs(
        first(world, person, health, ALARM, threshold, wait),
        first(world, person, health, HOME_CARE, threshold, wait),
        first(world, person, health, RESIDENCE, threshold, wait));
  }

  /** Share of an age who live in special housing. */
  static double residents(double age) {
    return age < YOUNGEST ? 0 : RESIDENCE.of(age);
  }

  /** Shares of each age who need that much; some who do already did so before the story. */
  private static int first(
      World world, Person person, Health health, Curve shares, double threshold, int wait) {
    int story = Calendar.yearOf(world.historyStart());
    for (int year = story - 4; year <= world.lastYear(); year++) {
      int day = Calendar.firstOf(year) + wait;
      double age = Calendar.age(person.bornOn(), day);
      if (age < YOUNGEST) {
        continue;
      }
      if (shares.of(age) * factor(world, person, health, year) > threshold) {
        return day;
      }
    }
    return Calendar.NEVER;
  }

  private static double factor(World world, Person person, Health health, int year) {
    double factor = StrictMath.pow(person.frailty(), 0.7) * (0.8 + 0.4 * person.deprivation());
    for (int index = 0; index < world.conditions().size(); index++) {
      if (health.has(index, year)) {
        factor *=
            switch (world.conditions().get(index).id()) {
              case "dementia" -> 2.6;
              case "stroke", "parkinson" -> 1.6;
              case "heart_failure", "copd" -> 1.25;
              default -> 1;
            };
      }
    }
    return factor * (person.sex() == 2 ? 0.9 : 0.72);
  }
}
