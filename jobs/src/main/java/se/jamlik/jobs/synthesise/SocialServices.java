package se.jamlik.jobs.synthesise;

import java.time.YearMonth;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Person.Spell;

/** Writes support to the disabled, economic assistance, and care of children and youth. */
final class SocialServices {
  private final World world;
  private final Rows rows;
  private final Story story;

  private SocialServices(World world, Rows rows, Story story) {
    this.world = world;
    this.rows = rows;
    this.story = story;
  }

  static void write(World world, Rows rows, Story story) {
    SocialServices services = new SocialServices(world, rows, story);
    services.writeDisability();
    services.writeAssistance();
    services.writeChildCare();
  }

  private void writeDisability() {
    Dice dice = world.dice(story.person().number(), Purpose.SUPPORT);
    double age = story.age(world.start());
    double share = age < 20 ? 0.009 : age < 65 ? 0.0115 : 0.004;
    if (!dice.chance(share) || age < 3) {
      return;
    }
    int first = age < 20 ? dice.between(5, 7) : dice.chance(0.5) ? 9 : 10;
    int second = dice.chance(0.15) ? 2 : 4;
    int from = world.start() - dice.below(2500) + 900;
    support(dice, first, from);
    if (dice.chance(0.35)) {
      support(dice, second, from + 60);
    }
  }

  private void support(Dice dice, int kind, int from) {
    int group = dice.chance(0.85) ? 1 : dice.between(2, 3);
    int until = dice.chance(0.15) ? from + dice.between(300, 2500) : Calendar.NEVER;
    for (Spell spell : story.spells()) {
      if (!spell.isHere() || !world.municipalities().get(spell.municipality()).isInScope()) {
        continue;
      }
      Municipality municipality = world.municipalities().get(spell.municipality());
      int start = Math.max(from, spell.from());
      int stop =
          Math.min(until, spell.until() == story.diedOn() + 1 ? story.diedOn() : spell.until());
      if (start < stop && start <= world.end() && stop > world.start()) {
        rows.of(Table.LSS, municipality.file())
            .text(story.person().lopnr())
            .text(municipality.code())
            .number(kind)
            .day(start)
            .day(stop > world.end() ? Calendar.NEVER : stop)
            .number(group)
            .end();
      }
    }
  }

  /** One row for each adult of a household that gets assistance in the month. */
  private void writeAssistance() {
    YearMonth last = YearMonth.from(Calendar.date(world.end())).minusMonths(1);
    for (int year = world.firstYear(); year <= world.lastYear(); year++) {
      if (story.age(Calendar.firstOf(year)) < 18) {
        continue;
      }
      for (Spell spell : story.spells()) {
        boolean isDelivered =
            spell.isHere()
                && spell.until() > Calendar.firstOf(year)
                && spell.from() <= Calendar.lastOf(year);
        if (isDelivered && world.municipalities().get(spell.municipality()).isInScope()) {
          writeAssistance(spell, year, last);
        }
      }
    }
  }

  private void writeAssistance(Spell spell, int year, YearMonth last) {
    int months = Finances.assistedMonths(world, spell.household(), year);
    Municipality municipality = world.municipalities().get(spell.municipality());
    for (int month = 1; month <= 12 && months != 0; month++) {
      YearMonth when = YearMonth.of(year, month);
      int middle = Calendar.day(when.atDay(15));
      boolean isAssisted = ((months >> (month - 1)) & 1) != 0 && !when.isAfter(last);
      if (isAssisted && spell.from() <= middle && middle < spell.until()) {
        long amount = 4000L + Math.floorMod(Dice.mixed(spell.household().number() + year), 9000);
        rows.of(Table.EB, municipality.file() + "-" + year)
            .text(story.person().lopnr())
            .text(municipality.code())
            .text(when.toString())
            .text(spell.household().id())
            .tenths(amount * 10)
            .end();
      }
    }
  }

  private void writeChildCare() {
    Person person = story.person();
    Dice dice = world.dice(person.number(), Purpose.CHILDREN);
    int born = Calendar.yearOf(person.bornOn());
    int measures = 0;
    double share = 0.0034 * StrictMath.exp(-1.1 * person.home().means());
    for (int year = Math.max(born, world.firstYear() - 3); year <= world.lastYear(); year++) {
      int from = Calendar.firstOf(year) + dice.below(365);
      boolean isPlaced = dice.chance(share);
      boolean isHelped = dice.chance(share * 3);
      if (story.age(from) >= 0 && story.age(from) < 20.5 && (isPlaced || isHelped)) {
        measure(dice, from, isPlaced, measures++);
      }
    }
  }

  private void measure(Dice dice, int from, boolean isPlaced, int count) {
    int until = from + 20 + (int) dice.waiting(isPlaced ? 900 : 250);
    boolean isNever = dice.chance(0.03);
    String form =
        switch (dice.below(10)) {
          case 0, 1, 2, 3, 4 -> "FAMILJEHEM";
          case 5 -> "JOURHEM";
          case 6, 7 -> "HVB";
          case 8 -> "STODBOENDE";
          default -> dice.chance(0.2) ? "SISKOL" : "HVB";
        };
    String law = isPlaced && dice.chance(0.35) ? "LVU" : "SOL";
    int adult = story.person().bornOn() + 7600;
    int stop = Math.min(Math.min(until, adult), story.diedOn());
    String number = Long.toString(story.person().number(), 36).toUpperCase(java.util.Locale.ROOT);
    story
        .at(from)
        .map(spell -> world.municipalities().get(spell.municipality()))
        .filter(municipality -> municipality.isInScope() && from <= world.end() && from < stop)
        .ifPresent(
            municipality ->
                rows.of(Table.BU, municipality.file())
                    .text(story.person().lopnr())
                    .text(municipality.code())
                    .text("B" + number + "X" + count)
                    .day(isNever ? Calendar.NEVER : from)
                    .day(isNever || stop > world.end() ? Calendar.NEVER : stop)
                    .text(law)
                    .text(isPlaced ? form : "")
                    .end());
  }
}
