package se.jamlik.jobs.synthesise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.jamlik.jobs.synthesise.Dice.Purpose;
import se.jamlik.jobs.synthesise.Person.Spell;

/** Writes what the population registers hold of the people of a block. */
final class Registers {
  private static final String NO_MUNICIPALITY = "";

  private final World world;
  private final Rows rows;
  private final List<Story> stories;
  private final Map<Long, Story> byNumber = new HashMap<>();

  private Registers(World world, Rows rows, List<Story> stories) {
    this.world = world;
    this.rows = rows;
    this.stories = stories;
    stories.forEach(story -> byNumber.put(story.person().number(), story));
  }

  static void write(World world, Rows rows, List<Story> stories) {
    Registers registers = new Registers(world, rows, stories);
    for (int year = world.firstYear(); year <= world.region().toYear(); year++) {
      registers.writeYear(year);
    }
    for (Story story : stories) {
      registers.writeMoves(story);
    }
  }

  /** Adults and children of a household on a day. */
  private record Size(int adults, int children) {
    Size with(double age) {
      return age < 18 ? new Size(adults, children + 1) : new Size(adults + 1, children);
    }

    String type() {
      String children = this.children > 0 ? "MED_BARN" : "UTAN_BARN";
      return switch (adults) {
        case 0, 1 -> "ENSTAENDE_" + children;
        case 2 -> "SAMMANBOENDE_" + children;
        default -> "OVRIGT_" + children;
      };
    }
  }

  private void writeYear(int year) {
    int day = Calendar.lastOf(year);
    Map<Long, Size> sizes = new HashMap<>();
    for (Story story : stories) {
      livingOn(story, day)
          .ifPresent(
              spell ->
                  sizes.merge(
                      spell.household().number(),
                      new Size(0, 0).with(story.age(day)),
                      (size, one) -> size.with(story.age(day))));
    }
    for (Story story : stories) {
      livingOn(story, day)
          .ifPresent(
              spell -> {
                Size size = sizes.getOrDefault(spell.household().number(), new Size(1, 0));
                writePopulation(story, year, spell, size);
                if (year < world.region().toYear() || world.firstYear() == year) {
                  writeIncome(story, year, spell, size);
                }
              });
    }
  }

  private static Optional<Spell> livingOn(Story story, int day) {
    return story.diedOn() == day ? Optional.empty() : story.at(day);
  }

  private void writePopulation(Story story, int year, Spell spell, Size size) {
    Person person = story.person();
    Municipality home = world.municipalities().get(spell.municipality());
    boolean isProtected = spell.household().number() % 251 == 7;
    java.time.LocalDate born = Calendar.date(person.bornOn());
    rows.of(Table.RTB_BEF, year)
        .text(person.lopnr())
        .number(year)
        .number(born.getYear())
        .number(born.getMonthValue())
        .number(person.sex())
        .text(home.code())
        .text(isProtected ? "" : Geography.area(world, home, spell, year))
        .text(civil(story, year))
        .text(person.birthRegion())
        .text(spell.household().id())
        .text(size.type())
        .end();
  }

  /** Unmarried, married, divorced or widowed; registered partnerships are few and old. */
  private String civil(Story story, int year) {
    Person person = story.person();
    double age = story.age(Calendar.lastOf(year));
    long couple = Math.max(person.number(), person.partner());
    Dice dice = world.dice(person.partner() >= 0 ? couple : person.number(), Purpose.PLACES);
    double draw = dice.uniform();
    if (person.partner() >= 0) {
      boolean isMarried = draw < Math.min(0.85, (age - 18) / 45);
      Story partner = byNumber.get(person.partner());
      boolean isAlone = partner != null && partner.diedOn() <= Calendar.lastOf(year);
      if (!isMarried) {
        return dice.chance(0.06) && age > 35 ? "S" : "OG";
      }
      return dice.chance(0.004) ? isAlone ? "EP" : "RP" : isAlone ? "Ä" : "G";
    }
    if (age > 30 && draw < Math.min(0.45, (age - 30) / 70)) {
      return age > 68 && dice.chance((age - 60) / 40) ? "Ä" : "S";
    }
    return "OG";
  }

  private void writeIncome(Story story, int year, Spell spell, Size size) {
    Person person = story.person();
    Dice dice = world.dice(person.number() * 64 + year, Purpose.INCOME);
    if (dice.chance(0.008) || spell.from() > Calendar.day(year, 10, 1)) {
      return;
    }
    double age = story.age(Calendar.lastOf(year));
    int level = education(person, story.age(Calendar.day(year, 6, 30)), spell);
    boolean isUnknown = level == 0 || (age > 80 && dice.chance(0.15)) || dice.chance(0.01);
    Rows.Part row = rows.of(Table.LISA, year).text(person.lopnr()).number(year);
    row = isUnknown ? row.nothing() : row.number(level);
    row.tenths(Finances.income(world, spell.household(), year) * 10L)
        .text(familyType(size))
        .text(employment(dice, age, person))
        .end();
  }

  private static String familyType(Size size) {
    return size.adults() >= 2
        ? size.children() > 0 ? "21" : "13"
        : size.children() > 0 ? "32" : "50";
  }

  private static String employment(Dice dice, double age, Person person) {
    if (age < 16) {
      return "";
    }
    double working =
        age < 20 ? 0.2 : age < 65 ? 0.9 - 0.3 * person.deprivation() : age < 70 ? 0.2 : 0.03;
    return dice.chance(working) ? "1" : "6";
  }

  /** Sun2020 level 1-7; 0 for those too young to have one. Younger generations have more. */
  private int education(Person person, double age, Spell spell) {
    if (age < 16) {
      return 0;
    }
    double post = world.municipalities().get(spell.municipality()).postSecondary();
    double generation = age < 45 ? 1.08 : age < 65 ? 0.9 : age < 75 ? 0.65 : 0.45;
    double high = Math.min(0.9, post * generation * (person.sex() == 2 ? 1.12 : 0.88));
    double low = age < 45 ? 0.09 : age < 65 ? 0.1 : age < 75 ? 0.2 : 0.38;
    double place = person.schooling();
    if (place > 1 - high) {
      return age < 20
          ? 3
          : age < 23 ? 4 : place > 1 - high * 0.1 ? 7 : place > 1 - high * 0.6 ? 6 : 5;
    }
    if (place < low) {
      return place < low / 4 ? 1 : 2;
    }
    return age < 19 ? 2 : place < (1 - high + low) / 2 ? 3 : 4;
  }

  private void writeMoves(Story story) {
    Person person = story.person();
    int from = person.home().origin();
    boolean isFirst = true;
    for (Spell spell : story.spells()) {
      int day = spell.from();
      if (isFirst && day == person.bornOn()) {
        if (day >= world.start() && spell.isHere()) {
          move(person, day, "FODD", Household.ELSEWHERE, spell.municipality());
        }
      } else if (day <= world.end() && from != spell.municipality()) {
        writeMove(person, day, from, spell.municipality());
      }
      isFirst = false;
      from = spell.municipality();
    }
    int diedOn = story.diedOn();
    story
        .at(diedOn)
        .ifPresent(spell -> move(person, diedOn, "DOD", spell.municipality(), Household.ELSEWHERE));
  }

  private void writeMove(Person person, int day, int from, int to) {
    if (from == Household.ABROAD && to >= 0) {
      move(person, day, "INV", from, to);
    } else if (to == Household.ABROAD && from >= 0) {
      move(person, day, "UTV", from, to);
    } else if (from >= 0 || to >= 0) {
      if (from >= 0) {
        move(person, day, "UTFLYTT", from, to);
      }
      if (to >= 0) {
        move(person, day, "INFLYTT", from, to);
      }
    }
  }

  private void move(Person person, int day, String type, int from, int to) {
    boolean isWithin = type.endsWith("FLYTT");
    rows.of(Table.RTB_FLYTT, Calendar.yearOf(day))
        .text(person.lopnr())
        .day(day)
        .text(type)
        .text(code(from, isWithin))
        .text(code(to, isWithin))
        .end();
  }

  /** Elsewhere in Sweden is written as Stockholm: the region only knows that they left. */
  private String code(int municipality, boolean isWithin) {
    if (municipality >= 0) {
      return world.municipalities().get(municipality).code();
    }
    return isWithin && municipality == Household.ELSEWHERE ? "0180" : NO_MUNICIPALITY;
  }
}
