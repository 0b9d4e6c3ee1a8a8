package se.jamlik.jobs.synthesise;

import java.util.List;
import se.jamlik.jobs.synthesise.Hospital.Stay;

/** Writes the cause of death register's row. */
final class DeathRegister {
  private static final int IN_HOSPITAL = 1;
  private static final int IN_SPECIAL_HOUSING = 2;
  private static final int AT_HOME = 3;
  private static final int ELSEWHERE = 4;

  private DeathRegister() {}

  static void write(World world, Rows rows, Story story, List<Stay> stays) {
    int diedOn = story.diedOn();
    if (diedOn == Calendar.NEVER || !story.isHere(diedOn)) {
      return;
    }
    Dice dice = world.dice(story.person().number() + (1L << 51), Dice.Purpose.DEATH);
    int condition = CauseOfDeath.of(world, story, diedOn);
    String cause = story.age(diedOn) < 45 && condition < 0 ? "X599" : "I469";
    if (condition >= 0) {
      cause = Diagnoses.code(world, story.person(), world.conditions().get(condition), dice);
    }
    List<String> others = Diagnoses.others(world, story, Calendar.yearOf(diedOn), 0.5, 3, dice);
    Rows.Part row =
        rows.of(Table.DORS, Calendar.yearOf(diedOn))
            .text(story.person().lopnr())
            .day(diedOn)
            .text(cause);
    for (int index = 0; index < 3; index++) {
      row.text(index < others.size() ? others.get(index) : "");
    }
    row.number(place(story, stays, dice)).end();
  }

  private static int place(Story story, List<Stay> stays, Dice dice) {
    if (!stays.isEmpty() && stays.get(stays.size() - 1).endsInDeath()) {
      return IN_HOSPITAL;
    }
    if (story.isInResidence(story.diedOn())) {
      return IN_SPECIAL_HOUSING;
    }
    return dice.chance(0.85) ? AT_HOME : ELSEWHERE;
  }
}
