package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Household.Start;

/**
 * Makes the people of one block: first their ages and sexes as the municipality has them, then
 * couples, then children to mothers, and last those who move in during the story.
 */
final class Families {
  private static final long NUMBERS = 8192;
  private static final long OWN_HOUSEHOLDS = 1L << 40;
  private static final double YEAR = 365.25;

  private final World world;
  private final Pseudonyms pseudonyms;
  private final World.Block block;
  private final List<Person> people = new ArrayList<>();
  private long households;

  private Families(World world, Pseudonyms pseudonyms, World.Block block) {
    this.world = world;
    this.pseudonyms = pseudonyms;
    this.block = block;
  }

  /** A person before she has a name: age as a day of birth, sex and the number of her household. */
  private static final class Draft {
    private final int sex;
    private final int bornOn;
    private int household = -1;
    private int partner = -1;
    private int children;

    private Draft(int sex, int bornOn) {
      this.sex = sex;
      this.bornOn = bornOn;
    }
  }

  static List<Person> of(World world, Pseudonyms pseudonyms, World.Block block) {
    Families families = new Families(world, pseudonyms, block);
    families.addResidents();
    families.addArrivals();
    return families.people;
  }

  private void addResidents() {
    Dice dice = world.dice(block.number(), Purpose.BLOCK);
    List<Draft> drafts = new ArrayList<>();
    Ages ages = world.ages().get(block.municipality());
    for (int index = 0; index < block.persons(); index++) {
      Ages.AgeAndSex drawn = ages.at((index + dice.uniform()) / block.persons());
      int bornOn = world.start() - (int) ((drawn.age() + dice.uniform()) * YEAR) - 1;
      drafts.add(new Draft(drawn.sex(), bornOn));
    }
    int count = couples(drafts, dice);
    count = childrenAtHome(drafts, dice, count);
    for (Draft draft : drafts) {
      if (draft.household < 0) {
        draft.household = count++;
      }
    }
    settle(drafts, count, Household.ALWAYS, Household.ELSEWHERE);
  }

  /** The drafts are in order of age, so women and men of like age become couples. */
  private int couples(List<Draft> drafts, Dice dice) {
    List<Integer> women = new ArrayList<>();
    List<Integer> men = new ArrayList<>();
    for (int index = 0; index < drafts.size(); index++) {
      Draft draft = drafts.get(index);
      double age = Calendar.age(draft.bornOn, world.start());
      if (dice.chance(coupled(draft.sex == 1 ? age - 2 : age))) {
        (draft.sex == 2 ? women : men).add(index);
      }
    }
    int count = Math.min(women.size(), men.size());
    int tooManyWomen = women.size() - count;
    int tooManyMen = men.size() - count;
    for (int index = 0; index < count; index++) {
      Draft woman = drafts.get(women.get(index + tooManyWomen / 2));
      Draft man = drafts.get(men.get(index + tooManyMen / 2));
      woman.household = index;
      man.household = index;
      woman.partner = men.get(index + tooManyMen / 2);
      man.partner = women.get(index + tooManyWomen / 2);
    }
    return count;
  }

  private static double coupled(double age) {
    if (age < 20) {
      return 0;
    }
    return age < 25 ? 0.22 : age < 30 ? 0.55 : age < 75 ? 0.74 : age < 85 ? 0.62 : 0.35;
  }

  private int childrenAtHome(List<Draft> drafts, Dice dice, int households) {
    int count = households;
    List<Draft> mothers = new ArrayList<>();
    for (Draft draft : drafts) {
      double age = Calendar.age(draft.bornOn, world.start());
      if (draft.sex == 2 && age >= 20 && age < 62) {
        mothers.add(draft);
      }
    }
    for (Draft child : drafts) {
      double age = Calendar.age(child.bornOn, world.start());
      if (age >= 20 || mothers.isEmpty() || (age >= 18.5 && dice.chance(0.35))) {
        continue;
      }
      Draft mother = motherOf(child, mothers, dice);
      if (mother.household < 0) {
        mother.household = count++;
      }
      mother.children++;
      child.household = mother.household;
    }
    return count;
  }

  /** The first of some women drawn who could well be the mother; in the end, any woman. */
  private Draft motherOf(Draft child, List<Draft> mothers, Dice dice) {
    for (int attempt = 0; attempt < 60; attempt++) {
      Draft mother = dice.oneOf(mothers);
      double ageAtBirth = Calendar.age(mother.bornOn, child.bornOn);
      double likely = Math.max(0, 1 - Math.abs(ageAtBirth - 30) / 13);
      likely *= mother.partner >= 0 ? 1 : 0.3;
      likely *= mother.children == 0 ? 0.7 : mother.children < 3 ? 1 : 0.05;
      if (dice.chance(likely)) {
        return mother;
      }
    }
    return dice.oneOf(mothers);
  }

  /** Those who move in: mostly young and single, otherwise couples, some with children. */
  private void addArrivals() {
    Dice dice = world.dice(block.number(), Purpose.ARRIVALS);
    boolean isLargest = block.municipality() == Household.largest(world);
    double households = block.persons() * (isLargest ? 0.022 : 0.017);
    for (int year = world.firstYear(); year <= world.lastYear(); year++) {
      for (int left = dice.poisson(Math.min(45, households)); left > 0; left--) {
        int day = Calendar.firstOf(year) + dice.below(365);
        List<Draft> drafts = arriving(dice, day);
        if (day > world.start() && day <= world.end()) {
          int origin = dice.chance(0.25) ? Household.ABROAD : Household.ELSEWHERE;
          settle(drafts, 1, day, origin);
        }
      }
    }
  }

  private static List<Draft> arriving(Dice dice, int day) {
    List<Draft> drafts = new ArrayList<>();
    double age = dice.chance(0.75) ? 19 + dice.waiting(5) : 28 + dice.waiting(16);
    int head = day - (int) (Math.min(age, 88) * YEAR);
    Draft eldest = new Draft(dice.between(1, 2), head);
    drafts.add(eldest);
    if (age > 22 && dice.chance(0.35)) {
      Draft partner = new Draft(3 - eldest.sex, head + dice.below(1200));
      eldest.partner = 1;
      partner.partner = 0;
      drafts.add(partner);
      int children = age < 48 ? dice.below(3) : 0;
      for (int child = 0; child < children; child++) {
        int bornOn = partner.bornOn + (int) ((20 + dice.below(14)) * YEAR);
        if (bornOn < day) {
          drafts.add(new Draft(dice.between(1, 2), bornOn));
        }
      }
    }
    drafts.forEach(draft -> draft.household = 0);
    return drafts;
  }

  /** Gives drafts their households and names. */
  private void settle(List<Draft> drafts, int count, int arrivedOn, int origin) {
    int[] head = new int[count];
    java.util.Arrays.fill(head, Calendar.NEVER);
    for (Draft draft : drafts) {
      head[draft.household] = Math.min(head[draft.household], draft.bornOn);
    }
    Household[] homes = new Household[count];
    for (int index = 0; index < count; index++) {
      Start start = new Start(arrivedOn, head[index], origin, 0);
      homes[index] =
          Household.founded(
              world,
              pseudonyms,
              block.number() * NUMBERS + households++,
              block.municipality(),
              start);
    }
    long first = block.number() * NUMBERS + people.size();
    for (Draft draft : drafts) {
      people.add(person(draft, homes[draft.household], first));
    }
  }

  private Person person(Draft draft, Household home, long first) {
    long number = block.number() * NUMBERS + people.size();
    Dice dice = world.dice(number, Purpose.PERSON);
    boolean isChild = draft.partner < 0 && draft.bornOn > home.headBornOn() + 15 * YEAR;
    String birthRegion = birthRegion(dice, home, world.municipalities().get(block.municipality()));
    long partner = draft.partner < 0 ? -1 : first + draft.partner;
    return named(number, draft.sex, draft.bornOn, home, birthRegion, partner, isChild, dice);
  }

  /** A child born during the story; it gets the next number of the block. */
  static Person born(
      World world,
      Pseudonyms pseudonyms,
      World.Block block,
      int index,
      int bornOn,
      Household home) {
    Families families = new Families(world, pseudonyms, block);
    long number = block.number() * NUMBERS + index;
    Dice dice = world.dice(number, Purpose.PERSON);
    return families.named(number, dice.between(1, 2), bornOn, home, "SE", -1, true, dice);
  }

  private Person named(
      long number,
      int sex,
      int bornOn,
      Household home,
      String birthRegion,
      long partner,
      boolean isChild,
      Dice dice) {
    double frailty = StrictMath.exp(0.55 * dice.normal() - 0.15);
    double latent = (0.55 * home.means() + 0.8 * dice.normal()) / 0.97;
    double schooling = 1 / (1 + StrictMath.exp(-1.7 * latent));
    int leavesOn = bornOn + (int) ((19 + dice.waiting(1.8)) * YEAR);
    boolean leaves = isChild && leavesOn > world.start() && leavesOn <= world.end();
    leaves &= home.arrivedOn() < leavesOn;
    Start start = new Start(leavesOn, bornOn, Household.ELSEWHERE, home.means());
    return new Person(
        number,
        pseudonyms.person(number),
        sex,
        bornOn,
        birthRegion,
        home,
        leaves ? leavesOn : Calendar.NEVER,
        leaves
            ? Household.founded(
                world, pseudonyms, number + OWN_HOUSEHOLDS, firstHomeOfOwn(dice), start)
            : null,
        partner,
        frailty,
        schooling);
  }

  private int firstHomeOfOwn(Dice dice) {
    int largest = Household.largest(world);
    if (block.municipality() == largest) {
      return dice.chance(0.75) ? largest : Household.ELSEWHERE;
    }
    double place = dice.uniform();
    return place < 0.45 ? block.municipality() : place < 0.7 ? largest : Household.ELSEWHERE;
  }

  private static String birthRegion(Dice dice, Household home, Municipality municipality) {
    double abroad = home.origin() == Household.ABROAD ? 0.85 : municipality.bornAbroad();
    if (!dice.chance(abroad * (home.means() < 0 ? 1.4 : 0.6))) {
      return "SE";
    }
    double[] shares = {0.18, 0.2, 0.15, 0.47};
    return List.of("NORDEN", "EU", "EUROPA", "VARLDEN").get(dice.weighted(shares, 4));
  }
}
