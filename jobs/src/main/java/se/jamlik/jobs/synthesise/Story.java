package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Person.Spell;

/**
 * A person's life as far as it is told: health, needs, places, children and death.
 *
 * @param diedOn day of death, or never
 * @param spells where she lives, in order of time, up to and including the day of death
 * @param births the days she gave birth
 */
record Story(
    Person person,
    Health health,
    Needs needs,
    int diedOn,
    List<Spell> spells,
    List<Integer> births) {

  private static final double YEAR = 365.25;

  static Story of(World world, Person person) {
    Health health = Health.of(world, person);
    Needs needs = Needs.of(world, person, health);
    int diedOn = health.diedOn(needs.residenceFrom());
    List<Spell> spells = new ArrayList<>();
    for (Spell spell : person.spells()) {
      int until = diedOn == Calendar.NEVER ? spell.until() : Math.min(spell.until(), diedOn + 1);
      if (spell.from() < until) {
        spells.add(
            new Spell(spell.from(), until, spell.municipality(), spell.area(), spell.household()));
      }
    }
    List<Integer> births = person.sex() == 2 ? births(world, person, spells, diedOn) : List.of();
    return new Story(person, health, needs, diedOn, spells, births);
  }

  private static List<Integer> births(World world, Person person, List<Spell> spells, int diedOn) {
    Dice dice = world.dice(person.number(), Purpose.BIRTHS);
    List<Integer> births = new ArrayList<>();
    int last = Integer.MIN_VALUE / 2;
    for (int year = world.firstYear(); year <= world.lastYear(); year++) {
      int day = Calendar.firstOf(year) + dice.below(365);
      double age = (day - person.bornOn()) / YEAR;
      boolean gives = dice.chance(fertility(age) * (person.partner() >= 0 ? 1.35 : 0.55));
      boolean isPossible = day > last + 400 && day > world.start() && day <= world.end();
      if (gives && isPossible && day < diedOn && at(spells, day).isPresent()) {
        births.add(day);
        last = day;
      }
    }
    return births;
  }

  /** Births a year per woman, for a total fertility near 1.5. */
  private static double fertility(double age) {
    if (age < 20 || age >= 45) {
      return 0;
    }
    return age < 25 ? 0.035 : age < 30 ? 0.095 : age < 35 ? 0.11 : age < 40 ? 0.055 : 0.012;
  }

  /** Where the person lives on a day, if it is here and she is alive. */
  Optional<Spell> at(int day) {
    return at(spells, day);
  }

  private static Optional<Spell> at(List<Spell> spells, int day) {
    for (Spell spell : spells) {
      if (spell.from() <= day && day < spell.until()) {
        return spell.isHere() ? Optional.of(spell) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the person lives in the story's municipalities on a day and can have an event there.
   */
  boolean isHere(int day) {
    return at(day).isPresent();
  }

  double age(int day) {
    return Calendar.age(person.bornOn(), day);
  }

  boolean isInResidence(int day) {
    return needs.residenceFrom() <= day;
  }

  boolean hasHomeCare(int day) {
    return needs.homeCareFrom() <= day && !isInResidence(day);
  }
}
