package se.jamlik.jobs.synthesise;

/** What people die of. */
final class CauseOfDeath {
  private static final int FRAIL_OLD_AGE = -1;

  private CauseOfDeath() {}

  /** The deadliest of the conditions the person had in the year of death, or -1. */
  static int of(World world, Story story, int diedOn) {
    int worst = FRAIL_OLD_AGE;
    double mortality = 1.05;
    for (int index = 0; index < world.conditions().size(); index++) {
      Condition condition = world.conditions().get(index);
      if (story.health().has(index, Calendar.yearOf(diedOn)) && condition.mortality() > mortality) {
        worst = index;
        mortality = condition.mortality();
      }
    }
    return worst;
  }
}
