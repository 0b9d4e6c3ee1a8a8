package se.jamlik.jobs.synthesise;

import java.util.List;
import se.jamlik.jobs.synthesise.Dice.Purpose;

/**
 * Which lasting conditions a person has in each year. A person has a fixed threshold for every
 * condition and has it while her risk, which follows age, sex, frailty and deprivation, is above
 * it: so conditions come in a sensible order and mostly stay.
 */
final class Health {
  /** How many times likelier those in special housing die than others as sick. */
  private static final double IN_RESIDENCE = 4;

  private final World world;
  private final Person person;
  private final int firstYear;
  private final long[] conditionsByYear;

  private Health(World world, Person person, long[] conditionsByYear) {
    this.world = world;
    this.person = person;
    this.firstYear = Calendar.yearOf(world.historyStart());
    this.conditionsByYear = conditionsByYear;
  }

  static Health of(World world, Person person) {
    int first = Calendar.yearOf(world.historyStart());
    long[] years = new long[world.lastYear() - first + 1];
    Dice dice = world.dice(person.number(), Purpose.CONDITIONS);
    List<Condition> conditions = world.conditions();
    for (int index = 0; index < conditions.size(); index++) {
      Condition condition = conditions.get(index);
      double threshold = dice.uniform() / factor(condition, person);
      for (int year = 0; year < years.length; year++) {
        double age = Calendar.age(person.bornOn(), Calendar.day(first + year, 7, 1));
        if (age > 0 && condition.share(age, person.sex()) > threshold) {
          years[year] |= 1L << index;
        }
      }
    }
    return new Health(world, person, years);
  }

  /** How much commoner the condition is for this person than for others of her age and sex. */
  private static double factor(Condition condition, Person person) {
    double frailty = StrictMath.pow(person.frailty(), condition.frailty());
    double deprivation =
        StrictMath.pow(condition.deprivation(), 1.25 * (person.deprivation() - 0.5));
    return frailty * deprivation;
  }

  /** The conditions of a year, as bits in the order of {@link World#conditions}. */
  long in(int year) {
    int index = Math.max(0, year - firstYear);
    return conditionsByYear[Math.min(index, conditionsByYear.length - 1)];
  }

  boolean has(int condition, int year) {
    return (in(year) >> condition & 1) != 0;
  }

  /** Whether the condition began in the year. */
  boolean isNew(int condition, int year) {
    return has(condition, year) && year > firstYear && !has(condition, year - 1);
  }

  int count(int year) {
    return Long.bitCount(in(year));
  }

  /** The day of death, or never. Those of the same age die the likelier the sicker they are. */
  int diedOn(int residenceFrom) {
    Dice dice = world.dice(person.number(), Purpose.DEATH);
    for (int year = world.firstYear(); year <= world.lastYear(); year++) {
      int first = Math.max(Calendar.firstOf(year), person.bornOn());
      int last = Calendar.lastOf(year);
      double chance = deathRate(year, residenceFrom <= first) * (last - first + 1) / 365.0;
      boolean dies = dice.chance(Math.min(0.9, chance));
      int day = first + dice.below(Math.max(1, last - first + 1));
      if (dies && first <= last) {
        return day <= world.end() ? day : Calendar.NEVER;
      }
    }
    return Calendar.NEVER;
  }

  private double deathRate(int year, boolean isInResidence) {
    double age = Calendar.age(person.bornOn(), Calendar.day(year, 7, 1));
    double sickness = StrictMath.pow(person.frailty(), 0.6);
    double expected = 1 + Needs.residents(age) * (IN_RESIDENCE - 1);
    if (isInResidence) {
      sickness *= IN_RESIDENCE;
    }
    for (int index = 0; index < world.conditions().size(); index++) {
      Condition condition = world.conditions().get(index);
      if (has(index, year)) {
        sickness *= condition.mortality();
      }
      double share = Math.min(1, condition.share(age, person.sex()));
      expected *= 1 + share * (condition.mortality() - 1);
    }
    double deprivation = 0.84 + 0.56 * person.deprivation();
    return world.deaths().perPersonYear(age, person.sex()) * sickness * deprivation / expected;
  }
}
