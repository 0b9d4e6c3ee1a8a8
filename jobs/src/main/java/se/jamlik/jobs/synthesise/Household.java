package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/**
 * People who live and move together.
 *
 * @param means how well off it is: about standard normal over the region
 * @param headBornOn birthday of its eldest, which decides how often it moves and what it earns
 * @param arrivedOn the day it came or was founded; {@link #ALWAYS} when it is older than the story
 * @param origin where it came from: an index of a municipality, {@link #ELSEWHERE} or {@link
 *     #ABROAD}
 * @param moves in order of their days; the first says where it lives at first
 */
record Household(
    long number,
    String id,
    double means,
    int headBornOn,
    int arrivedOn,
    int origin,
    List<Move> moves) {

  static final int ALWAYS = Integer.MIN_VALUE;
  static final int ELSEWHERE = -1;
  static final int ABROAD = -2;

  /** From the day on the household lives in the area of the municipality. */
  record Move(int day, int municipality, int area) {}

  /** A household that begins in a municipality; its later moves follow from its number alone. */
  static Household founded(
      World world, Pseudonyms pseudonyms, long number, int municipality, Start start) {
    Dice dice = world.dice(number, Dice.Purpose.HOUSEHOLD);
    List<Move> moves = new ArrayList<>();
    double means = 0.85 * dice.normal();
    if (municipality >= 0) {
      Municipality home = world.municipalities().get(municipality);
      int area = dice.below(home.areas());
      means += home.means() + home.meansOfArea(area);
      moves.add(new Move(start.day(), municipality, area));
    } else {
      moves.add(new Move(start.day(), municipality, 0));
    }
    if (municipality >= 0) {
      addMoves(world, dice, start, municipality, moves);
    }
    return new Household(
        number,
        pseudonyms.household(number),
        0.6 * start.means() + (start.means() == 0 ? 1 : 0.8) * means,
        start.headBornOn(),
        start.day(),
        start.origin(),
        List.copyOf(moves));
  }

  /**
   * How a household begins.
   *
   * @param means of the family it comes out of; 0 when none is known
   */
  record Start(int day, int headBornOn, int origin, double means) {}

  private static void addMoves(
      World world, Dice dice, Start start, int municipality, List<Move> moves) {
    int home = municipality;
    for (int year = world.firstYear(); year <= world.lastYear(); year++) {
      int day = Calendar.firstOf(year) + dice.below(365);
      double age = Calendar.age(start.headBornOn(), day);
      boolean leaves = dice.chance(leaving(age));
      boolean changesArea = dice.chance(0.05);
      if (day <= start.day() || day > world.end()) {
        continue;
      }
      if (leaves) {
        int target = destination(world, dice, home);
        moves.add(new Move(day, target, target < 0 ? 0 : areaIn(world, dice, target)));
        if (target == ABROAD && dice.chance(0.35)) {
          int back = day + dice.between(200, 900);
          if (back <= world.end()) {
            moves.add(new Move(back, home, areaIn(world, dice, home)));
          }
        }
        if (target < 0) {
          return;
        }
        home = target;
      } else if (changesArea) {
        moves.add(new Move(day, home, areaIn(world, dice, home)));
      }
    }
  }

  private static int areaIn(World world, Dice dice, int municipality) {
    return dice.below(world.municipalities().get(municipality).areas());
  }

  /** Share of households that leave their municipality in a year, by the age of the eldest. */
  private static double leaving(double age) {
    return age < 30 ? 0.1 : age < 45 ? 0.035 : age < 65 ? 0.013 : 0.007;
  }

  /** Half of those who leave a small municipality stay in the six, mostly in the largest. */
  private static int destination(World world, Dice dice, int home) {
    Municipality from = world.municipalities().get(home);
    boolean isLargest = from.population() > 100_000;
    if (from.isInScope() && dice.chance(isLargest ? 0.09 : 0.5)) {
      int other = isLargest || dice.chance(0.2) ? dice.below(6) : largest(world);
      return other == home ? ELSEWHERE : other;
    }
    return dice.chance(0.15) ? ABROAD : ELSEWHERE;
  }

  static int largest(World world) {
    int largest = 0;
    for (int index = 1; index < world.municipalities().size(); index++) {
      if (world.municipalities().get(index).population()
          > world.municipalities().get(largest).population()) {
        largest = index;
      }
    }
    return largest;
  }
}
