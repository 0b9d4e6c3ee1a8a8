package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A town in which people are born, move, fall ill and die from night to night. A night stands for
 * two weeks, so that more happens than in any real town.
 */
final class Town {
  static final List<String> MUNICIPALITIES = List.of("2401", "2403", "2404");
  static final List<String> SEXES = List.of("women", "men");
  static final List<String> AGE_GROUPS = List.of("0-17", "18-44", "45-64", "65-74", "75-84", "85+");
  static final List<String> TEN_YEARS =
      List.of("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70-79", "80-89", "90+");
  static final List<String> QUINTILES = List.of("1", "2", "3", "4", "5");

  private static final int[] AGE_LIMITS = {18, 45, 65, 75, 85};
  private static final int NIGHTS_OF_A_YEAR = 26;
  private static final int FIRST_RESIDENTS = 900;

  private final Random random;
  private final List<Resident> residents = new ArrayList<>();
  private long lastPerson;

  /**
   * Somebody as they are on one night.
   *
   * @param age in nights
   */
  record Resident(
      long person, String municipality, String sex, int age, String quintile, int conditions) {
    String ageGroup() {
      int group = 0;
      while (group < AGE_LIMITS.length && age / NIGHTS_OF_A_YEAR >= AGE_LIMITS[group]) {
        group++;
      }
      return AGE_GROUPS.get(group);
    }

    String tenYears() {
      return TEN_YEARS.get(Math.min(age / NIGHTS_OF_A_YEAR / 10, TEN_YEARS.size() - 1));
    }

    private Resident older() {
      return new Resident(person, municipality, sex, age + 1, quintile, conditions);
    }

    private Resident in(String other) {
      return new Resident(person, other, sex, age, quintile, conditions);
    }

    private Resident withOneMore() {
      return new Resident(person, municipality, sex, age, quintile, conditions + 1);
    }

    private boolean isHit(double chanceAtEighty, Random random) {
      double years = (double) age / NIGHTS_OF_A_YEAR;
      return random.nextDouble() < chanceAtEighty * Math.pow(years / 80, 2);
    }
  }

  Town(long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < FIRST_RESIDENTS; i++) {
      residents.add(newcomer(random.nextInt(95 * NIGHTS_OF_A_YEAR)));
    }
  }

  List<Resident> residents() {
    return List.copyOf(residents);
  }

  /** One night later. */
  void live() {
    List<Resident> before = List.copyOf(residents);
    residents.clear();
    for (Resident resident : before) {
      boolean isGone = resident.isHit(0.006, random) || random.nextDouble() < 0.002;
      if (!isGone) {
        residents.add(changed(resident.older()));
      }
    }
    int moving = random.nextInt(5);
    for (int i = 0; i < moving; i++) {
      residents.add(newcomer(random.nextInt(70 * NIGHTS_OF_A_YEAR)));
    }
    int born = random.nextInt(3);
    for (int i = 0; i < born; i++) {
      residents.add(newcomer(0));
    }
  }

  private Resident changed(Resident resident) {
    Resident here = random.nextDouble() < 0.001 ? resident.in(one(MUNICIPALITIES)) : resident;
    return here.isHit(0.01, random) ? here.withOneMore() : here;
  }

  private Resident newcomer(int age) {
    lastPerson++;
    // Half of the people live in the first municipality.
    String municipality = random.nextBoolean() ? MUNICIPALITIES.get(0) : one(MUNICIPALITIES);
    Resident healthy = new Resident(lastPerson, municipality, one(SEXES), age, one(QUINTILES), 0);
    Resident resident = healthy;
    for (int chance = 0; chance < 6; chance++) {
      resident = healthy.isHit(0.45, random) ? resident.withOneMore() : resident;
    }
    return resident;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
