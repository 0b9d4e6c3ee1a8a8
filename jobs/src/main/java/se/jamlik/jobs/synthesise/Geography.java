package se.jamlik.jobs.synthesise;

import se.jamlik.jobs.synthesise.Person.Spell;

/** Writes the areas, in the divisions of 2018 and 2025. */
final class Geography {
  private static final int REVISED = 2025;

  private Geography() {}

  static void write(World world, Rows rows) {
    for (Municipality municipality : world.municipalities()) {
      for (int index = 0; index < municipality.areas(); index++) {
        row(rows, municipality, index, municipality.area(index), 2018);
        if (isSplit(municipality, index)) {
          row(rows, municipality, index, part(municipality, index, 1), REVISED);
          row(rows, municipality, index, part(municipality, index, 2), REVISED);
        }
      }
    }
  }

  /** The code of the area a household lives in; from 2025 a few areas are two. */
  static String area(World world, Municipality municipality, Spell spell, int year) {
    if (year < REVISED || !isSplit(municipality, spell.area())) {
      return municipality.area(spell.area());
    }
    Dice dice = world.dice(spell.household().number(), Dice.Purpose.PLACES);
    return part(municipality, spell.area(), dice.between(1, 2));
  }

  private static boolean isSplit(Municipality municipality, int index) {
    return municipality.areas() > 20 && index % 16 == 5;
  }

  private static String part(Municipality municipality, int index, int part) {
    String whole = municipality.area(index);
    return whole.substring(0, whole.length() - 1) + part;
  }

  private static void row(
      Rows rows, Municipality municipality, int index, String area, int version) {
    rows.of(Table.GEOGRAFI, "deso")
        .text(area)
        .text(municipality.largerArea(index))
        .text(municipality.code())
        .text(municipality.name())
        .number(version)
        .end();
  }
}
