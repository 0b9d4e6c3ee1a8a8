package se.jamlik.jobs.synthesise;

import java.time.YearMonth;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Person.Spell;

/** Writes the municipality's decisions on help and its health care acts, mostly for the old. */
final class HomeCare {
  private final World world;
  private final Rows rows;
  private final Story story;
  private final Dice dice;

  private HomeCare(World world, Rows rows, Story story) {
    this.world = world;
    this.rows = rows;
    this.story = story;
    this.dice = world.dice(story.person().number(), Purpose.HOME_CARE);
  }

  static void write(World world, Rows rows, Story story) {
    HomeCare care = new HomeCare(world, rows, story);
    care.writeDecisions();
    care.writeYounger();
    care.writeActs();
  }

  private void writeDecisions() {
    Needs needs = story.needs();
    int residence = needs.residenceFrom();
    if (needs.alarmFrom() < residence) {
      decision("TRYGGHETSLARM", needs.alarmFrom(), residence, 0, "ORDINART");
    }
    double hours = 6 * StrictMath.exp(0.9 * dice.normal() + 0.5);
    int from = needs.homeCareFrom();
    while (from < residence && from <= world.end()) {
      int until = Math.min(residence, from + dice.between(200, 600));
      long tenths = Math.min(3000, Math.max(20, Math.round(hours * 2) * 5));
      decision("HEMTJANST", from, until > world.end() ? residence : until, tenths, "ORDINART");
      if (dice.chance(0.12)) {
        int away = from + dice.between(5, 120);
        decision("KORTTID", away, Math.min(until, away + dice.between(10, 45)), 0, "KORTTID");
      }
      hours *= 1 + 0.5 * dice.uniform();
      from = until;
    }
    if (needs.homeCareFrom() < residence) {
      extra("MATDISTRIBUTION", 0.3);
      extra("DAGVERKSAMHET", 0.06);
      extra("AVLOSNING", 0.04);
      extra("LEDSAGNING", 0.04);
    }
    decision("SABO", residence, Calendar.NEVER, 0, "SABO");
  }

  private void extra(String kind, double chance) {
    if (dice.chance(chance)) {
      int from = story.needs().homeCareFrom() + dice.below(400);
      decision(kind, from, story.needs().residenceFrom(), 0, "ORDINART");
    }
  }

  /** Support for people with lasting mental illness. */
  private void writeYounger() {
    int age = (int) story.age(world.start());
    boolean isIll = false;
    for (int index = 0; index < world.conditions().size(); index++) {
      isIll |=
          world.conditions().get(index).id().equals("psychosis")
              && story.health().has(index, world.firstYear());
    }
    if (age >= 18 && age < 75 && dice.chance(isIll ? 0.45 : 0.002)) {
      int from = world.start() - 400 + dice.below(1500);
      decision("BOENDESTOD", from, Calendar.NEVER, 0, "ORDINART");
      if (dice.chance(0.3)) {
        decision("KONTAKTPERSON", from + 30, Calendar.NEVER, 0, "ORDINART");
      }
    }
  }

  /** One row for each municipality of the scope that the person lives in meanwhile. */
  private void decision(String kind, int from, int until, long tenths, String housing) {
    if (from > world.end()) {
      return;
    }
    for (Spell spell : story.spells()) {
      Municipality municipality =
          spell.isHere() ? world.municipalities().get(spell.municipality()) : null;
      int start = Math.max(from, spell.from());
      int stop =
          Math.min(until, spell.until() == story.diedOn() + 1 ? story.diedOn() : spell.until());
      boolean isDelivered =
          municipality != null && municipality.isInScope() && stop > world.start();
      if (municipality == null || !isDelivered || start >= stop || start > world.end()) {
        continue;
      }
      int year = Math.max(world.firstYear(), Calendar.yearOf(start));
      Rows.Part row =
          rows.of(Table.SOL, municipality.file() + "-" + year)
              .text(story.person().lopnr())
              .text(municipality.code())
              .text(kind)
              .day(start)
              .day(stop > world.end() ? Calendar.NEVER : stop);
      (tenths > 0 ? row.tenths(tenths) : row.nothing()).text(housing).end();
    }
  }

  private void writeActs() {
    int from = story.needs().alarmFrom();
    boolean needsNurse = world.dice(story.person().number(), Purpose.ACTS).chance(0.85);
    if (from > world.end() || !needsNurse) {
      return;
    }
    YearMonth last = YearMonth.from(Calendar.date(world.end())).minusMonths(1);
    YearMonth first = YearMonth.of(world.firstYear(), 1);
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      int begins = Calendar.day(month.atDay(1));
      if (Calendar.day(month.atEndOfMonth()) < from) {
        continue;
      }
      int count = dice.poisson(story.isInResidence(begins) ? 2.6 : 2);
      for (int left = count; left > 0; left--) {
        int day = begins + dice.below(month.lengthOfMonth());
        if (day >= from) {
          act(day);
        }
      }
    }
  }

  private void act(int day) {
    String profession =
        dice.chance(0.7) ? "SJUKSKOTERSKA" : dice.chance(0.5) ? "ARBETSTERAPEUT" : "FYSIOTERAPEUT";
    String code =
        switch (dice.below(6)) {
          case 0 -> "XV015";
          case 1 -> "AV034";
          case 2 -> "DQ021";
          case 3 -> "GD005";
          case 4 -> "AU120";
          default -> "DR029";
        };
    story
        .at(day)
        .map(spell -> world.municipalities().get(spell.municipality()))
        .filter(Municipality::isInScope)
        .ifPresent(
            municipality ->
                rows.of(Table.KHSL, municipality.file() + "-" + Calendar.yearOf(day))
                    .text(story.person().lopnr())
                    .text(municipality.code())
                    .text(code)
                    .day(day)
                    .text(profession)
                    .end());
  }
}
