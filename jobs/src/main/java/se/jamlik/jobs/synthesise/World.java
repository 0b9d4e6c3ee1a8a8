package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is the same for everybody: the region asked for, its places, diseases and calendar.
 *
 * @param historyStart first day of care, before the first year for the sake of the look-back
 * @param start 1 January of the first year: the day the population begins to be born, move and die
 * @param end last day of events
 */
record World(
    Region region,
    List<Municipality> municipalities,
    List<Ages> ages,
    List<Condition> conditions,
    Map<Reason.Setting, List<Reason>> reasons,
    Map<String, Clinic> clinics,
    Deaths deaths,
    int historyStart,
    int start,
    int end) {

  /** One person in a hundred more lives in the neighbouring municipalities outside the scope. */
  private static final double ELSEWHERE = 0.01;

  private static final int BLOCK = 1000;

  /** A clinic of a hospital; mvo is its medical specialty. */
  record Clinic(String code, String mvo) {}

  /** People of one municipality who are made together. */
  record Block(int number, int municipality, int persons) implements java.io.Serializable {}

  static World of(Region region) {
    List<Municipality> municipalities = Municipality.all();
    List<Figures.Row> nation = Figures.of("population.csv");
    Map<String, Clinic> clinics = new HashMap<>();
    for (Figures.Row row : Figures.of("clinics.csv")) {
      clinics.put(row.text("clinic"), new Clinic(row.text("code"), row.text("mvo")));
    }
    return new World(
        region,
        municipalities,
        municipalities.stream().map(place -> Ages.of(place, nation)).toList(),
        Condition.all(),
        Reason.all(),
        clinics,
        Deaths.all(),
        Calendar.day(region.historyStart()),
        Calendar.firstOf(region.fromYear()),
        Calendar.day(region.lastDay()));
  }

  int firstYear() {
    return region.fromYear();
  }

  /** The year of the youngest event. */
  int lastYear() {
    return Calendar.yearOf(end);
  }

  Dice dice(long who, Dice.Purpose purpose) {
    return Dice.of(region.seed(), who, purpose);
  }

  Clinic clinic(String name) {
    Clinic clinic = clinics.get(name);
    if (clinic == null) {
      throw new IllegalStateException("No clinic " + name);
    }
    return clinic;
  }

  List<Reason> reasons(Reason.Setting setting) {
    return reasons.getOrDefault(setting, List.of());
  }

  /** The whole population in blocks of about a thousand people of one municipality. */
  List<Block> blocks() {
    long inScope = 0;
    long elsewhere = 0;
    for (Municipality municipality : municipalities) {
      inScope += municipality.isInScope() ? municipality.population() : 0;
      elsewhere += municipality.isInScope() ? 0 : municipality.population();
    }
    List<Block> blocks = new ArrayList<>();
    long neighbours = Math.round(region.persons() * ELSEWHERE);
    long lived = 0;
    long livedElsewhere = 0;
    for (int index = 0; index < municipalities.size(); index++) {
      Municipality municipality = municipalities.get(index);
      long people;
      if (municipality.isInScope()) {
        people = part(region.persons(), lived, municipality.population(), inScope);
        lived += municipality.population();
      } else {
        people = part(neighbours, livedElsewhere, municipality.population(), elsewhere);
        livedElsewhere += municipality.population();
      }
      addBlocks(blocks, index, people);
    }
    return blocks;
  }

  /** The whole shared out by cumulated shares, so that the parts sum to it. */
  private static long part(long whole, long before, long share, long all) {
    return whole * (before + share) / all - whole * before / all;
  }

  private static void addBlocks(List<Block> blocks, int municipality, long people) {
    int count = (int) ((people + BLOCK - 1) / BLOCK);
    for (int index = 0; index < count; index++) {
      int persons = (int) (people * (index + 1) / count - people * index / count);
      blocks.add(new Block(blocks.size(), municipality, persons));
    }
  }
}
