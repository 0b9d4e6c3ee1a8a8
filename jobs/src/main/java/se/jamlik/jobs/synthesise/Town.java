package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.jobs.synthesise.Hospital.Stay;

/** Tells the stories of one block of people and writes the rows of every table about them. */
final class Town {
  private Town() {}

  static void write(World world, Pseudonyms pseudonyms, World.Block block, Rows rows) {
    List<Story> stories = stories(world, pseudonyms, block);
    Registers.write(world, rows, stories);
    for (Story story : stories) {
      List<Stay> stays = Hospital.staysOf(world, story);
      DeathRegister.write(world, rows, story, stays);
      Inpatient.write(world, rows, story, stays);
      Outpatient.write(world, rows, story, stays);
      PrimaryCare.write(world, rows, story);
      Medicines.write(world, rows, story);
      HomeCare.write(world, rows, story);
      SocialServices.write(world, rows, story);
    }
  }

  /**
   * Those who live in the block, those who arrive and those who are born to them, in that order.
   */
  private static List<Story> stories(World world, Pseudonyms pseudonyms, World.Block block) {
    List<Story> stories = new ArrayList<>();
    for (Person person : Families.of(world, pseudonyms, block)) {
      stories.add(Story.of(world, person));
    }
    int number = stories.size();
    for (Story mother : List.copyOf(stories)) {
      for (int day : mother.births()) {
        Household home = mother.at(day).orElseThrow().household();
        Person child = Families.born(world, pseudonyms, block, number++, day, home);
        stories.add(Story.of(world, child));
      }
    }
    return stories;
  }
}
