package se.jamlik.jobs.synthesise;

import java.util.List;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Hospital.Stay;

/** Writes a person's visits to hospital clinics, among them the emergency departments. */
final class Outpatient {
  private final World world;
  private final Rows rows;
  private final Story story;
  private final Dice dice;

  private Outpatient(World world, Rows rows, Story story) {
    this.world = world;
    this.rows = rows;
    this.story = story;
    this.dice = world.dice(story.person().number(), Purpose.VISITS);
  }

  static void write(World world, Rows rows, Story story, List<Stay> stays) {
    Outpatient outpatient = new Outpatient(world, rows, story);
    for (Stay stay : stays) {
      outpatient.writeArrival(stay);
    }
    int born = Calendar.yearOf(story.person().bornOn());
    int first = Math.max(born, Calendar.yearOf(world.historyStart()));
    for (int year = first; year <= world.lastYear(); year++) {
      if (year >= first) {
        outpatient.writeEmergencies(year);
        outpatient.writeVisits(year);
      }
    }
  }

  /** Most who come in unplanned pass through the emergency department. */
  private void writeArrival(Stay stay) {
    boolean isBirth = stay.clinic().equals("KVK") || stay.code().startsWith("P");
    if (!stay.isPlanned() && !isBirth && dice.chance(0.62)) {
      row(stay.admitted(), "AKUT", stay.code(), List.of(), stay.cause(), 1, "LAKARE");
    }
  }

  private void writeEmergencies(int year) {
    double age = Math.max(0, story.age(Calendar.day(year, 7, 1)));
    double rate = age < 15 ? 0.105 : age < 45 ? 0.09 : age < 65 ? 0.088 : age < 80 ? 0.16 : 0.37;
    rate *= StrictMath.pow(story.person().frailty(), 0.8);
    rate *= 0.65 + 0.7 * story.person().deprivation();
    for (int left = dice.poisson(rate); left > 0; left--) {
      int day = Calendar.firstOf(year) + dice.below(365);
      Reason reason =
          Reason.drawn(world.reasons(Reason.Setting.EMERGENCY), dice, age, story.person().sex());
      String cause = reason.causes().isEmpty() ? "" : dice.oneOf(reason.causes());
      List<String> others = Diagnoses.others(world, story, year, 0.1, 2, dice);
      row(day, reason.clinic(), dice.oneOf(reason.codes()), others, cause, 1, "LAKARE");
    }
  }

  private void writeVisits(int year) {
    double age = Math.max(0, story.age(Calendar.day(year, 7, 1)));
    double rate = age < 15 ? 0.75 : age < 45 ? 0.75 : age < 65 ? 0.85 : 1.15;
    for (int left = dice.poisson(rate * (0.6 + 0.4 * story.person().frailty())); left > 0; left--) {
      int day = Calendar.workingDay(Calendar.firstOf(year) + dice.below(365));
      Reason reason =
          Reason.drawn(world.reasons(Reason.Setting.VISIT), dice, age, story.person().sex());
      List<String> others = Diagnoses.others(world, story, year, 0.05, 2, dice);
      String clinic = age < 18 && reason.clinic().equals("PSYK") ? "BUP" : reason.clinic();
      row(day, clinic, dice.oneOf(reason.codes()), others, "", 0, profession(clinic));
    }
    List<Condition> conditions = world.conditions();
    for (int index = 0; index < conditions.size(); index++) {
      if (story.health().has(index, year)) {
        writeVisits(year, conditions.get(index), age);
      }
    }
  }

  private void writeVisits(int year, Condition condition, double age) {
    for (int left = dice.poisson(1.25 * condition.specialist()); left > 0; left--) {
      int day = Calendar.workingDay(Calendar.firstOf(year) + dice.below(365));
      String code = Diagnoses.noted(world, story.person(), condition, dice);
      boolean isYouth = age < 18 && condition.clinic().equals("PSYK");
      String clinic =
          isYouth
              ? "BUP"
              : age < 18 && condition.clinic().equals("MED") ? "BARN" : condition.clinic();
      List<String> others = Diagnoses.others(world, story, year, 0.1, 3, dice);
      row(day, clinic, code, others, "", 0, profession(clinic));
    }
  }

  /** Psychiatry also delivers the visits of others than doctors. */
  private String profession(String clinic) {
    boolean isPsychiatry = clinic.equals("PSYK") || clinic.equals("BUP");
    if (isPsychiatry && dice.chance(0.5)) {
      return dice.chance(0.5) ? "PSYKOLOG" : "SJUKSKOTERSKA";
    }
    return "LAKARE";
  }

  private void row(
      int day,
      String clinicName,
      String code,
      List<String> others,
      String cause,
      int emergency,
      String profession) {
    if (day < world.historyStart() || day > world.end() || !story.isHere(day)) {
      return;
    }
    World.Clinic clinic = world.clinic(clinicName);
    others = others.stream().filter(other -> !other.equals(code)).toList();
    Rows.Part row =
        rows.of(Table.PAR_OPPENVARD, Calendar.yearOf(day))
            .text(story.person().lopnr())
            .day(day)
            .text(dice.chance(0.95) ? "64001" : "64010")
            .text(clinic.code())
            .text(clinic.mvo())
            .text(code);
    for (int index = 0; index < 3; index++) {
      row.text(index < others.size() ? others.get(index) : "");
    }
    row.text(cause)
        .text("")
        .number(emergency)
        .text(profession)
        .number(emergency == 1 ? 2 : 1)
        .end();
  }
}
