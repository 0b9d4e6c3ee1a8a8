package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/** How a person's conditions are written down. */
final class Diagnoses {
  private Diagnoses() {}

  /** Mostly the person's own form of the condition, sometimes another. */
  static String code(World world, Person person, Condition condition, Dice dice) {
    List<String> codes = condition.codes();
    if (codes.isEmpty()) {
      return "R539";
    }
    boolean isOwn = dice.chance(0.85);
    long choice =
        Dice.mixed(person.number() * 131 + condition.id().hashCode() + world.region().seed());
    String code = isOwn ? codes.get(Math.floorMod(choice, codes.size())) : dice.oneOf(codes);
    if (code.equals("C619") && person.sex() == 2) {
      return "C509";
    }
    return code.equals("C509") && person.sex() == 1 ? "C619" : code;
  }

  /** Codes of other conditions of the year, each noted with the given chance, at most so many. */
  static List<String> others(
      World world, Story story, int year, double chance, int most, Dice dice) {
    List<String> codes = new ArrayList<>();
    long conditions = story.health().in(year);
    while (conditions != 0 && codes.size() < most) {
      int index = Long.numberOfTrailingZeros(conditions);
      conditions &= conditions - 1;
      Condition condition = world.conditions().get(index);
      if (!condition.codes().isEmpty() && dice.chance(chance)) {
        codes.add(code(world, story.person(), condition, dice));
      }
    }
    return codes;
  }
}
