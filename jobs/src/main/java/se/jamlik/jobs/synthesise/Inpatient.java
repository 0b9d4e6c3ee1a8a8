package se.jamlik.jobs.synthesise;

import java.util.List;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Hospital.Stay;

/** Writes a person's stays, one row per clinic, and what the discharge of the old needs. */
final class Inpatient {
  private static final int OTHER_CLINIC = 1;
  private static final int SPECIAL_HOUSING = 2;
  private static final int HOME = 3;
  private static final int DEAD = 4;

  private final World world;
  private final Rows rows;
  private final Story story;
  private final Dice dice;

  private Inpatient(World world, Rows rows, Story story) {
    this.world = world;
    this.rows = rows;
    this.story = story;
    this.dice = world.dice(story.person().number() + (1L << 50), Purpose.STAYS);
  }

  static void write(World world, Rows rows, Story story, List<Stay> stays) {
    Inpatient inpatient = new Inpatient(world, rows, story);
    for (Stay stay : stays) {
      inpatient.write(stay);
    }
  }

  private void write(Stay stay) {
    boolean isOpen = stay.discharged() == Calendar.NEVER;
    int from = story.isInResidence(stay.admitted()) ? SPECIAL_HOUSING : HOME;
    int to = stay.endsInDeath() ? DEAD : HOME;
    if (!isOpen && !stay.endsInDeath() && story.isInResidence(stay.discharged())) {
      to = SPECIAL_HOUSING;
    }
    int length = isOpen ? 0 : stay.discharged() - stay.admitted();
    if (length >= 2 && dice.chance(0.11)) {
      int moved = stay.admitted() + 1 + dice.below(length - 1);
      int received = Math.min(stay.discharged(), moved + (dice.chance(0.2) ? 1 : 0));
      row(stay, "MED", stay.admitted(), moved, from, OTHER_CLINIC);
      row(
          stay,
          stay.clinic().equals("MED") ? "GER" : stay.clinic(),
          received,
          stay.discharged(),
          OTHER_CLINIC,
          to);
    } else {
      row(stay, stay.clinic(), stay.admitted(), stay.discharged(), from, isOpen ? 0 : to);
    }
    if (!isOpen && !stay.endsInDeath() && length > 0) {
      writeDischarge(stay);
    }
  }

  private void row(Stay stay, String clinicName, int admitted, int discharged, int from, int to) {
    World.Clinic clinic = world.clinic(clinicName);
    int year = Calendar.yearOf(admitted);
    List<String> others = Diagnoses.others(world, story, year, 0.55, 8, dice);
    Rows.Part row =
        rows.of(Table.PAR_SLUTENVARD, year)
            .text(story.person().lopnr())
            .day(admitted)
            .day(discharged)
            .text(hospital())
            .text(clinic.code())
            .text(clinic.mvo())
            .text(stay.code());
    others.remove(stay.code());
    for (int index = 0; index < 8; index++) {
      row.text(index < others.size() ? others.get(index) : "");
    }
    row.text(stay.cause()).text("").text(stay.operation()).number(from);
    (to == 0 ? row.nothing() : row.number(to)).number(stay.isPlanned() ? 1 : 2).end();
  }

  private String hospital() {
    double place = dice.uniform();
    return place < 0.94 ? "64001" : place < 0.97 ? "64010" : "64011";
  }

  /** The municipality is told when a patient who needs help is ready to go home. */
  private void writeDischarge(Stay stay) {
    int discharged = stay.discharged();
    boolean isOld = story.age(discharged) >= 65;
    boolean needsHelp = story.hasHomeCare(discharged) || story.isInResidence(discharged);
    if (!dice.chance(!isOld ? 0.01 : needsHelp ? 0.4 : 0.04)) {
      return;
    }
    int ready = Math.max(stay.admitted(), discharged - (int) dice.waiting(3.2));
    story
        .at(discharged)
        .filter(spell -> world.municipalities().get(spell.municipality()).isInScope())
        .filter(spell -> ready >= world.start())
        .ifPresent(
            spell -> {
              String kommun = world.municipalities().get(spell.municipality()).code();
              boolean isWithdrawn = dice.chance(0.05) && ready > stay.admitted();
              rows.of(Table.UTSKRIVNINGSKLAR, Calendar.yearOf(ready))
                  .text(story.person().lopnr())
                  .day(isWithdrawn ? ready - 1 : ready)
                  .day(isWithdrawn ? ready : Calendar.NEVER)
                  .day(discharged)
                  .text(kommun)
                  .end();
              writePlan(discharged);
            });
  }

  private void writePlan(int discharged) {
    if (!dice.chance(0.35)) {
      return;
    }
    int made = discharged - dice.below(4);
    int followed = discharged + 20 + dice.below(60);
    int closed = discharged + 100 + dice.below(400);
    int last =
        Math.min(world.end(), story.diedOn() == Calendar.NEVER ? world.end() : story.diedOn());
    rows.of(Table.SIP, Calendar.yearOf(made))
        .text(story.person().lopnr())
        .day(made)
        .day(dice.chance(0.6) && followed <= last ? followed : Calendar.NEVER)
        .day(dice.chance(0.7) && closed <= last ? closed : Calendar.NEVER)
        .text(dice.chance(0.75) ? "REGION" : "KOMMUN")
        .end();
  }
}
