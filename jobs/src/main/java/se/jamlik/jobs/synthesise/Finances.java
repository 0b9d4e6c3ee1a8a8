package se.jamlik.jobs.synthesise;

import se.jamlik.jobs.synthesise.Dice.Purpose;

/** What families live on. */
final class Finances {
  private Finances() {}

  /**
   * Disposable income per consumption unit in a year, hundreds of SEK. Log-normal around the median
   * of the age of the family's eldest; it grows three per cent a year.
   */
  static long income(World world, Household household, int year) {
    Dice dice = world.dice(household.number() * 64 + year % 64, Purpose.INCOME);
    double age = Calendar.age(household.headBornOn(), Calendar.day(year, 7, 1));
    double median = age < 25 ? 1500 : age < 30 ? 2350 : age < 65 ? 3050 : age < 75 ? 2650 : 2100;
    double growth = StrictMath.pow(1.03, year - 2020.0);
    double logarithm = 0.42 * household.means() + 0.08 * dice.normal();
    return Math.round(median * growth * StrictMath.exp(logarithm));
  }

  /** Months with economic assistance in a year, as bits 0..11; rarely any, mostly for the poor. */
  static int assistedMonths(World world, Household household, int year) {
    double age = Calendar.age(household.headBornOn(), Calendar.day(year, 7, 1));
    double lasting = world.dice(household.number(), Purpose.ASSISTANCE).uniform();
    Dice dice = world.dice(household.number() * 64 + year % 64, Purpose.ASSISTANCE);
    double share = 0.0135 * StrictMath.exp(-1.5 * household.means());
    share *= age > 65 ? 0.15 : age < 30 ? 1.3 : 1;
    double draw = dice.chance(0.6) ? lasting : dice.uniform();
    if (draw >= Math.min(0.6, share)) {
      return 0;
    }
    boolean isLong = dice.chance(0.4);
    int months = isLong ? dice.between(10, 12) : dice.between(1, 6);
    int first = dice.between(0, 12 - months);
    return ((1 << months) - 1) << first;
  }
}
