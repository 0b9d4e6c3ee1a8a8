package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import se.jamlik.jobs.synthesise.Dice.Purpose;

/** Makes a person's hospital stays: for conditions, accidents, births and at the end of life. */
final class Hospital {
  /** A stay on one or more clinics; discharged is never while it goes on. */
  record Stay(
      int admitted,
      int discharged,
      String clinic,
      String code,
      String cause,
      String operation,
      boolean isPlanned,
      boolean endsInDeath) {}

  private final World world;
  private final Story story;
  private final Dice dice;
  private final List<Stay> stays = new ArrayList<>();

  private Hospital(World world, Story story) {
    this.world = world;
    this.story = story;
    this.dice = world.dice(story.person().number(), Purpose.STAYS);
  }

  /** What may bring a person in on a day; a condition of -1 is none. */
  private record Call(int day, int condition, boolean isPlanned, boolean isBirth)
      implements Comparable<Call> {
    @Override
    public int compareTo(Call other) {
      return Integer.compare(day, other.day);
    }
  }

  static List<Stay> staysOf(World world, Story story) {
    Hospital hospital = new Hospital(world, story);
    PriorityQueue<Call> calls = hospital.calls();
    int free = Integer.MIN_VALUE;
    while (!calls.isEmpty()) {
      Call call = calls.remove();
      if (call.day() <= free || !hospital.canCome(call.day())) {
        continue;
      }
      Stay stay = hospital.stay(call);
      hospital.stays.add(stay);
      if (stay.discharged() == Calendar.NEVER || stay.endsInDeath()) {
        break;
      }
      free = stay.discharged() + 1;
      hospital.callBack(calls, stay, call);
    }
    return hospital.stays;
  }

  private boolean canCome(int day) {
    return day >= world.historyStart() && day <= world.end() && story.isHere(day);
  }

  private PriorityQueue<Call> calls() {
    PriorityQueue<Call> calls = new PriorityQueue<>();
    List<Condition> conditions = world.conditions();
    double frailty = StrictMath.pow(story.person().frailty(), 0.7);
    frailty *= 0.75 + 0.5 * story.person().deprivation();
    int birthYear = Calendar.yearOf(story.person().bornOn());
    for (int year = Math.max(birthYear, Calendar.yearOf(world.historyStart()));
        year <= world.lastYear();
        year++) {
      int first = Math.max(Calendar.firstOf(year), story.person().bornOn());
      int days = Calendar.lastOf(year) - first + 1;
      double age = Math.max(0, story.age(first + days / 2));
      double part = days / 365.0;
      addCalls(calls, dice.poisson(unplanned(age) * frailty * part), first, days, -1, false);
      addCalls(calls, dice.poisson(planned(age) * part), first, days, -1, true);
      for (int index = 0; index < conditions.size(); index++) {
        if (story.health().has(index, year)) {
          double rate = conditions.get(index).admission() * frailty * sicker(age);
          addCalls(calls, dice.poisson(rate), first, days, index, false);
        }
      }
    }
    story.births().forEach(day -> calls.add(new Call(day, -1, false, true)));
    int diedOn = story.diedOn();
    if (diedOn != Calendar.NEVER && dice.chance(story.isInResidence(diedOn) ? 0.2 : 0.72)) {
      int day = diedOn - Math.min(40, (int) dice.waiting(9));
      calls.add(new Call(Math.max(day, story.person().bornOn()), dyingOf(diedOn), false, false));
    }
    return calls;
  }

  private void addCalls(
      PriorityQueue<Call> calls, int count, int first, int days, int condition, boolean isPlanned) {
    for (int left = count; left > 0; left--) {
      int day = first + dice.below(days);
      calls.add(new Call(isPlanned ? Calendar.workingDay(day) : day, condition, isPlanned, false));
    }
  }

  /** The condition that weighs most among those the person has in the year of death. */
  private int dyingOf(int diedOn) {
    return CauseOfDeath.of(world, story, diedOn);
  }

  /** Unplanned stays a year apart from those for lasting conditions, by age. */
  private static double unplanned(double age) {
    if (age < 1) {
      return 0.22;
    }
    return age < 15
        ? 0.042
        : age < 45 ? 0.035 : age < 65 ? 0.031 : age < 75 ? 0.062 : age < 85 ? 0.125 : 0.21;
  }

  private static double planned(double age) {
    return age < 15 ? 0.012 : age < 45 ? 0.015 : age < 65 ? 0.026 : age < 85 ? 0.045 : 0.02;
  }

  private static double sicker(double age) {
    return age < 65 ? 1 : age < 80 ? 1.15 : 1.3;
  }

  private Stay stay(Call call) {
    double age = story.age(call.day());
    if (call.isBirth()) {
      return finished(call, "KVK", "O809", "", "", 1 + dice.below(3));
    }
    if (call.condition() >= 0) {
      Condition condition = world.conditions().get(call.condition());
      double mean = condition.clinic().equals("PSYK") ? 20 : age < 65 ? 4 : 6;
      String code = Diagnoses.code(world, story.person(), condition, dice);
      return finished(call, condition.clinic(), code, "", "", length(mean));
    }
    Reason reason =
        Reason.drawn(
            world.reasons(call.isPlanned() ? Reason.Setting.PLANNED : Reason.Setting.STAY),
            dice,
            age,
            story.person().sex());
    String cause = reason.causes().isEmpty() ? "" : dice.oneOf(reason.causes());
    String operation = dice.chance(0.8) ? reason.operation() : "";
    return finished(
        call,
        reason.clinic(),
        dice.oneOf(reason.codes()),
        cause,
        operation,
        length(1.15 * reason.days()));
  }

  private int length(double mean) {
    return (int) Math.min(120, dice.waiting(mean) * (0.6 + 0.8 * dice.uniform()) + 0.5);
  }

  private Stay finished(
      Call call, String clinic, String code, String cause, String operation, int days) {
    int discharged = call.day() + days;
    int diedOn = story.diedOn();
    boolean isLast =
        diedOn != Calendar.NEVER && call.day() >= diedOn - 40 && discharged >= diedOn - 3;
    boolean dies = discharged >= diedOn || isLast;
    if (dies) {
      discharged = diedOn;
    }
    return new Stay(
        call.day(),
        discharged > world.end() ? Calendar.NEVER : discharged,
        clinic,
        code,
        cause,
        operation,
        call.isPlanned(),
        dies);
  }

  /** Some come back soon: the old and the sick more often. */
  private void callBack(PriorityQueue<Call> calls, Stay stay, Call call) {
    double age = story.age(stay.discharged());
    int conditions = story.health().count(Calendar.yearOf(stay.discharged()));
    double chance = (age < 65 ? 0.06 : 0.11) + 0.013 * conditions;
    if (!call.isBirth() && dice.chance(stay.isPlanned() ? chance / 2 : chance)) {
      int day = stay.discharged() + 2 + (int) dice.waiting(9);
      int condition = call.condition() >= 0 && dice.chance(0.6) ? call.condition() : -1;
      calls.add(new Call(day, condition, false, false));
    }
  }
}
