package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Person.Spell;

/** Writes a person's contacts with primary care and where she is listed. */
final class PrimaryCare {
  private static final int PEOPLE_PER_UNIT = 9000;

  private final World world;
  private final Rows rows;
  private final Story story;
  private final Dice dice;
  private final List<Listing> listings = new ArrayList<>();
  private int contacts;

  /** A time at a unit, with the number of the named doctor, or -1. */
  private record Listing(int from, int until, String unit, int doctor, double loyalty) {}

  private PrimaryCare(World world, Rows rows, Story story) {
    this.world = world;
    this.rows = rows;
    this.story = story;
    this.dice = world.dice(story.person().number(), Purpose.CONTACTS);
  }

  static void write(World world, Rows rows, Story story) {
    PrimaryCare care = new PrimaryCare(world, rows, story);
    care.list();
    int born = Calendar.yearOf(story.person().bornOn());
    for (int year = Math.max(born, Calendar.yearOf(world.historyStart()));
        year <= world.lastYear();
        year++) {
      care.writeDoctor(year);
      care.writeNurse(year);
      care.writeTherapist(year);
    }
    if (world.region().faults() == Region.Faults.TYPICAL) {
      care.writeAfterDeath();
    }
  }

  /** Letters cross with deaths: a fault of deliveries, so only where faults are asked for. */
  private void writeAfterDeath() {
    Dice late = world.dice(story.person().number(), Purpose.FAULTS);
    int day =
        story.diedOn() == Calendar.NEVER ? Calendar.NEVER : story.diedOn() + late.between(3, 30);
    if (day <= world.end() && late.chance(0.03) && !listings.isEmpty()) {
      Rows.Part row =
          rows.of(Table.PV_KONTAKT, Calendar.yearOf(day))
              .text("EFTER" + Long.toString(story.person().number(), 36).toUpperCase(Locale.ROOT))
              .text(story.person().lopnr())
              .day(day)
              .text(listings.get(0).unit())
              .text("SJUKSKOTERSKA")
              .text("DISTANS_TELEFON")
              .text("")
              .number(1)
              .number(0);
      for (int empty = 0; empty < 7; empty++) {
        row.nothing();
      }
      row.end();
    }
  }

  /** One unit for each municipality lived in; three in five have a named doctor. */
  private void list() {
    Dice listing = world.dice(story.person().number(), Purpose.LISTING);
    int municipality = Household.ELSEWHERE;
    for (Spell spell : story.spells()) {
      if (!spell.isHere()) {
        municipality = Household.ELSEWHERE;
      } else if (spell.municipality() != municipality) {
        municipality = spell.municipality();
        listIn(listing, municipality, spell.from());
      }
    }
    for (int index = 0; index < listings.size(); index++) {
      int next = index + 1 < listings.size() ? listings.get(index + 1).from() : Calendar.NEVER;
      write(listings.get(index), listing, next);
    }
  }

  private void listIn(Dice listing, int municipality, int from) {
    Municipality place = world.municipalities().get(municipality);
    int units = (int) Math.max(1, place.population() / PEOPLE_PER_UNIT);
    int unit = listing.below(units);
    double quality = Dice.of(20180101, municipality * 100L + unit, Purpose.LISTING).uniform();
    double age = story.age(world.end());
    boolean hasDoctor = listing.chance(0.3 + 0.4 * quality + (age > 65 ? 0.2 : 0));
    int doctor = hasDoctor ? listing.below(7) : -1;
    String name = "HC" + place.code() + "-" + (unit + 1);
    int start = Math.max(from, world.historyStart() - listing.below(2000));
    listings.add(new Listing(start, Calendar.NEVER, name, doctor, 0.3 + 0.45 * quality));
  }

  private void write(Listing place, Dice listing, int next) {
    int until = Math.min(next, leftOn());
    if (until <= place.from()) {
      return;
    }
    int named = Math.max(place.from(), place.from() + listing.below(700) - 200);
    boolean hasDoctor = place.doctor() >= 0 && named < until && named <= world.end();
    rows.of(Table.PV_LISTNING, "listning")
        .text(story.person().lopnr())
        .text(place.unit())
        .day(place.from())
        .day(until > world.end() ? Calendar.NEVER : until)
        .text(hasDoctor ? doctor(place.unit(), place.doctor()) : "")
        .day(hasDoctor ? named : Calendar.NEVER)
        .day(Calendar.NEVER)
        .end();
  }

  /** The day the listing ends because the person died or moved away. */
  private int leftOn() {
    List<Spell> spells = story.spells();
    Spell last = spells.get(spells.size() - 1);
    return last.isHere() ? last.until() : last.from();
  }

  private static String doctor(String unit, int number) {
    return "L" + unit.substring(2).replace("-", "X") + "A" + number;
  }

  private void writeDoctor(int year) {
    double age = Math.max(0, story.age(Calendar.day(year, 7, 1)));
    double frailty = StrictMath.pow(story.person().frailty(), 0.5);
    double acute = (age < 5 ? 1.4 : age < 18 ? 0.7 : age < 65 ? 0.78 : 0.9) * frailty;
    double[] weights = weights(year, true);
    double chronic = 0;
    for (double weight : weights) {
      chronic += weight;
    }
    for (int left = dice.poisson(acute); left > 0; left--) {
      Reason reason =
          Reason.drawn(world.reasons(Reason.Setting.CONTACT), dice, age, story.person().sex());
      int day = Calendar.firstOf(year) + dice.below(365);
      List<String> others = Diagnoses.others(world, story, year, 0.08, 3, dice);
      others.add(0, dice.oneOf(reason.codes()));
      boolean isOnCall = dice.chance(0.12);
      contact(isOnCall ? day : Calendar.workingDay(day), "LAKARE", others, false, isOnCall);
    }
    for (int left = dice.poisson(0.78 * chronic); left > 0; left--) {
      int day = Calendar.workingDay(Calendar.firstOf(year) + dice.below(365));
      contact(day, "LAKARE", chronicCodes(year, weights), true, false);
    }
    writeNewDiagnoses(year);
  }

  /** A condition that begins is found by someone. */
  private void writeNewDiagnoses(int year) {
    for (int index = 0; index < world.conditions().size(); index++) {
      Condition condition = world.conditions().get(index);
      if (story.health().isNew(index, year) && condition.doctor() > 0.1 && dice.chance(0.8)) {
        int day = Calendar.workingDay(Calendar.firstOf(year) + dice.below(365));
        List<String> codes = new ArrayList<>();
        codes.add(Diagnoses.noted(world, story.person(), condition, dice));
        contact(day, "LAKARE", codes, false, false);
      }
    }
  }

  private void writeNurse(int year) {
    double age = Math.max(0, story.age(Calendar.day(year, 7, 1)));
    double[] weights = weights(year, false);
    double chronic = 0;
    for (double weight : weights) {
      chronic += weight;
    }
    double base = age < 3 ? 4 : age < 65 ? 0.75 : 1.2;
    for (int left = dice.poisson(base + 0.6 * chronic); left > 0; left--) {
      int day = Calendar.workingDay(Calendar.firstOf(year) + dice.below(365));
      boolean isChronic = dice.chance(chronic / (base + chronic));
      List<String> codes = isChronic ? chronicCodes(year, weights) : new ArrayList<>();
      if (dice.chance(0.45)) {
        codes.clear();
      }
      contact(day, dice.chance(0.6) ? "DISTRIKTSSKOTERSKA" : "SJUKSKOTERSKA", codes, true, false);
    }
  }

  private void writeTherapist(int year) {
    double age = Math.max(0, story.age(Calendar.day(year, 7, 1)));
    double rate = age < 15 ? 0.05 : 0.3 * story.person().frailty();
    int count = dice.poisson(rate);
    String profession =
        dice.chance(0.7) ? "FYSIOTERAPEUT" : dice.chance(0.6) ? "PSYKOLOG" : "KURATOR";
    for (int left = Math.min(8, count * 2); left > 0; left--) {
      int day = Calendar.workingDay(Calendar.firstOf(year) + dice.below(365));
      contact(day, profession, Diagnoses.others(world, story, year, 0.08, 1, dice), true, false);
    }
  }

  private double[] weights(int year, boolean isDoctor) {
    double[] weights = new double[world.conditions().size()];
    for (int index = 0; index < weights.length; index++) {
      if (story.health().has(index, year)) {
        Condition condition = world.conditions().get(index);
        weights[index] = isDoctor ? condition.doctor() : condition.nurse();
      }
    }
    return weights;
  }

  private List<String> chronicCodes(int year, double[] weights) {
    List<String> codes = new ArrayList<>();
    Condition first = world.conditions().get(dice.weighted(weights, weights.length));
    codes.add(Diagnoses.noted(world, story.person(), first, dice));
    codes.addAll(Diagnoses.others(world, story, year, 0.25, 4, dice));
    return new ArrayList<>(codes.stream().distinct().limit(5).toList());
  }

  private void contact(
      int day, String profession, List<String> codes, boolean isPlanned, boolean isOnCall) {
    if (day < world.historyStart() || day > world.end() || !story.isHere(day)) {
      return;
    }
    Listing place = listings.get(0);
    for (Listing listing : listings) {
      place = listing.from() <= day ? listing : place;
    }
    String number = Long.toString(story.person().number(), 36).toUpperCase(Locale.ROOT);
    boolean isDoctor = profession.equals("LAKARE");
    Rows.Part row =
        rows.of(Table.PV_KONTAKT, Calendar.yearOf(day))
            .text("K" + number + "X" + contacts++)
            .text(story.person().lopnr())
            .day(day)
            .text(place.unit())
            .text(profession)
            .text(kind(day))
            .text(staff(place, isDoctor, isOnCall))
            .number(isPlanned ? 1 : 0)
            .number(isOnCall ? 1 : 0);
    for (int index = 0; index < 5; index++) {
      row.text(index < codes.size() ? codes.get(index) : "");
    }
    row.text(isPlanned && dice.chance(0.1) ? "DV131" : "").text("").end();
  }

  private String kind(int day) {
    double draw = dice.uniform();
    if (story.hasHomeCare(day) && draw < 0.3) {
      return "HEMBESOK";
    }
    if (draw < 0.68) {
      return "MOTTAGNING";
    }
    return draw < 0.86
        ? "DISTANS_TELEFON"
        : draw < 0.93 ? "DISTANS_VIDEO" : draw < 0.96 ? "CHATT" : draw < 0.98 ? "BREV" : "GRUPP";
  }

  /** The named doctor when there is one and she is in, otherwise one of the unit or a locum. */
  private String staff(Listing place, boolean isDoctor, boolean isOnCall) {
    if (!isDoctor) {
      return doctor(place.unit(), dice.below(12)).replace('A', 'S');
    }
    if (dice.chance(0.02)) {
      return "";
    }
    if (!isOnCall && place.doctor() >= 0 && dice.chance(place.loyalty())) {
      return doctor(place.unit(), place.doctor());
    }
    return dice.chance(0.3) ? "LH" + dice.below(400) : doctor(place.unit(), dice.below(7));
  }
}
