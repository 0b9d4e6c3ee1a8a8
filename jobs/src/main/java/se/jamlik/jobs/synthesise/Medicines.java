package se.jamlik.jobs.synthesise;

import java.util.Map;
import java.util.TreeMap;
import se.jamlik.jobs.synthesise.Dice.Purpose;

/** Writes what a person collects at the pharmacy. */
final class Medicines {
  private static final int MOST_DAYS = 120;

  private final World world;
  private final Rows rows;
  private final Story story;
  private final Dice dice;
  private final Map<String, Integer> nextByDrug = new TreeMap<>();

  private Medicines(World world, Rows rows, Story story) {
    this.world = world;
    this.rows = rows;
    this.story = story;
    this.dice = world.dice(story.person().number(), Purpose.DRUGS);
  }

  static void write(World world, Rows rows, Story story) {
    Medicines medicines = new Medicines(world, rows, story);
    for (int year = world.firstYear(); year <= world.lastYear(); year++) {
      medicines.writeLasting(year);
      medicines.writeShort(year);
    }
  }

  private void writeLasting(int year) {
    Map<String, Integer> used = new TreeMap<>();
    for (int index = 0; index < world.conditions().size(); index++) {
      Condition condition = world.conditions().get(index);
      if (!story.health().has(index, year)) {
        continue;
      }
      for (Condition.Drug drug : condition.drugs()) {
        if (uses(condition, drug)) {
          used.merge(drug.atc(), drug.dailyDoses(), Math::max);
        }
      }
    }
    boolean isDispensed = story.isInResidence(Calendar.firstOf(year));
    used.forEach(
        (atc, dailyDoses) -> refill(year, atc, isDispensed ? 28 : dailyDoses, isDispensed));
  }

  private boolean uses(Condition condition, Condition.Drug drug) {
    long key = story.person().number() * 1009 + (condition.id() + drug.atc()).hashCode();
    double choice = (Dice.mixed(key + world.region().seed()) >>> 11) * 0x1.0p-53;
    return choice < drug.share() * (0.7 + 0.5 * Math.min(2, story.person().frailty()));
  }

  /** A little before or after the last package is finished comes the next. */
  private void refill(int year, String atc, int dailyDoses, boolean isDispensed) {
    int last = Calendar.lastOf(year);
    int supply = Math.min(MOST_DAYS, dailyDoses);
    int next =
        nextByDrug.getOrDefault(atc, Integer.MIN_VALUE) < Calendar.firstOf(year)
            ? Calendar.firstOf(year) + dice.below(supply)
            : nextByDrug.getOrDefault(atc, 0);
    while (next <= last) {
      collect(next, atc, 10, dailyDoses, isDispensed);
      next += Math.max(7, (int) (supply * (0.84 + 0.25 * dice.uniform())));
    }
    nextByDrug.put(atc, next);
  }

  private void writeShort(int year) {
    double age = Math.max(0, story.age(Calendar.day(year, 7, 1)));
    double rate = (age < 65 ? 0.35 : 0.6) * story.person().frailty();
    String[] drugs = {
      "J01CE02", "J01CA08", "J01AA02", "N02BE01", "M01AE01", "R05DA01", "D07AC01", "N02AJ06"
    };
    double[] weights = {5, 3, 2, 4, 3, 1.2, 3, 0.8};
    for (int left = dice.poisson(rate); left > 0; left--) {
      int day = Calendar.firstOf(year) + dice.below(365);
      collect(day, drugs[dice.weighted(weights, weights.length)], 10, 7 + dice.below(12), false);
    }
  }

  private void collect(int day, String atc, int tenths, int dailyDoses, boolean isDispensed) {
    if (day < world.start() || day > world.end() || !story.isHere(day)) {
      return;
    }
    row(day, atc, tenths, dailyDoses, isDispensed);
    if (dice.chance(0.003)) {
      int corrected = Math.min(world.end(), day + (dice.chance(0.6) ? 0 : dice.below(14)));
      if (story.isHere(corrected)) {
        row(corrected, atc, -tenths, dailyDoses, isDispensed);
      }
    }
  }

  private void row(int day, String atc, int tenths, int dailyDoses, boolean isDispensed) {
    Rows.Part row =
        rows.of(Table.LMED, Calendar.yearOf(day)).text(story.person().lopnr()).text(atc).day(day);
    row = tenths == 10 && dice.chance(0.01) ? row.nothing() : row.tenths(tenths);
    row = dice.chance(0.01) ? row.nothing() : row.tenths(dailyDoses * 10L);
    row.number(isDispensed ? 1 : 0).end();
  }
}
