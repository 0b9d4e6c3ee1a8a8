package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/** How a person's conditions are written down. */
final class Diagnoses {
  private static final double SEVERE = 0.9;
  private static final double MILD = 0.43;

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

  /**
   * Whether the person's visits are ever coded with the condition. Many live with it, and take its
   * drugs, without a diagnosis in the registers; what kills is mostly written down.
   */
  static boolean isRecorded(World world, Person person, Condition condition) {
    long key = person.number() * 257 + condition.id().hashCode();
    double draw = (Dice.mixed(key + ~world.region().seed()) >>> 11) * 0x1.0p-53;
    boolean isMild = condition.mortality() < 1.15 && !condition.clinic().equals("PSYK");
    return draw < (isMild ? MILD : SEVERE);
  }

  /** The code of the condition, or, where it is never coded, of a symptom. */
  static String noted(World world, Person person, Condition condition, Dice dice) {
    return isRecorded(world, person, condition) ? code(world, person, condition, dice) : "R688";
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
      boolean isNoted = isRecorded(world, story.person(), condition);
      if (isNoted && !condition.codes().isEmpty() && dice.chance(chance)) {
        codes.add(code(world, story.person(), condition, dice));
      }
    }
    return codes;
  }
}
