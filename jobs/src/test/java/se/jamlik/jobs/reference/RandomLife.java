package se.jamlik.jobs.reference;

import java.time.LocalDate;

/** Draws where and who one person is: rtb_bef, rtb_flytt, dors and lisa. */
record RandomLife(RandomDraw draw, String person, String home) {
  private String household() {
    return draw.chance(0.1) ? "" : RandomPersons.householdOf(person);
  }

  /** The municipality of the last row. */
  String addAll(int firstYear, int lastYear) {
    int born = birthYear(lastYear);
    String month =
        draw.chance(0.1)
            ? null
            : String.valueOf(draw.one(1, 5, 6, 7, 10, 11, 12, draw.between(1, 12)));
    int sex = draw.between(1, 2);
    String region = draw.one("SE", "SE", "SE", "NORDEN", "EU", "VARLDEN", null, "OKAND");
    LocalDate died = draw.chance(0.12) ? draw.day() : null;
    if (died != null) {
      draw.turnAt(died);
      addDeath(died);
    }
    String lives = born >= firstYear ? null : home;
    String last = home;
    for (int year = Math.max(firstYear, born); year <= lastYear; year++) {
      lives = moved(lives, year, born);
      boolean isListed =
          lives != null && (died == null || died.getYear() > year || draw.chance(0.05));
      if (isListed) {
        last = draw.chance(0.97) ? lives : draw.municipality();
        String birthMonth = month == null ? "" : month;
        draw.add(
            "rtb_bef",
            "lopnr",
            person,
            "ar",
            year,
            "fodelsear",
            born,
            "fodelseman",
            birthMonth,
            "kon",
            sex,
            "kommun",
            last,
            "deso",
            RandomPersons.desoOf(draw, last),
            "fodelseland_grupp",
            region,
            "hushall_id",
            household());
        lives = last;
      }
      addIncome(year, lastYear);
    }
    moved(lives, lastYear + 1, born);
    return last;
  }

  /**
   * So that many are at 9 or 10, 17 or 18, 19 to 21, 24 or 25, 64 or 65, 74 or 75, 79 or 80 in one
   * of the last years.
   */
  private int birthYear(int lastYear) {
    if (draw.chance(0.6)) {
      return lastYear
          - draw.between(0, 2)
          - draw.one(10, 11, 18, 18, 20, 21, 25, 65, 65, 75, 75, 75, 80, 80, 85);
    }
    return draw.chance(0.5) ? lastYear - draw.between(60, 101) : lastYear - draw.between(0, 60);
  }

  private void addDeath(LocalDate died) {
    if (draw.chance(0.8)) {
      String date =
          draw.chance(0.9)
              ? draw.written(died)
              : draw.one(died.getYear() + "-00-00", died.toString().substring(0, 8) + "00");
      draw.add("dors", "lopnr", person, "dodsdat", date, "ulorsak", "I219");
    }
    if (draw.chance(0.5)) {
      draw.add(
          "rtb_flytt",
          "lopnr",
          person,
          "datum",
          draw.written(died),
          "typ",
          "DOD",
          "fran_kommun",
          home);
    }
  }

  /** Where the person lives after the moves of the year; null is nowhere. */
  private String moved(String from, int year, int born) {
    String lives = from;
    if (born == year) {
      lives = draw.chance(0.9) ? home : null;
      move(year, "FODD", lives);
    }
    int moves = draw.chance(0.8) ? 0 : draw.between(1, 2);
    for (int move = 0; move < moves; move++) {
      String type = draw.one("INV", "UTV", "INFLYTT", "INFLYTT", "UTFLYTT", "UTFLYTT");
      String to = draw.chance(0.1) ? null : draw.municipality();
      move(year, type, to);
      lives = type.equals("UTV") ? null : to;
    }
    return lives;
  }

  private void move(int year, String type, String to) {
    LocalDate day =
        LocalDate.of(year, 1, 1).plusDays(draw.one(0, 0, 303, 304, 363, 364, draw.between(0, 364)));
    draw.add(
        "rtb_flytt", "lopnr", person, "datum", draw.written(day), "typ", type, "till_kommun", to);
  }

  /**
   * Few different incomes, so that cut points fall among equals; the last year is never delivered.
   */
  private void addIncome(int year, int lastYear) {
    if (year < lastYear && draw.chance(0.9)) {
      String income =
          draw.one(
              null,
              "-5",
              "0",
              "1200",
              "1200,5",
              "2000",
              "2000",
              String.valueOf(draw.between(500, 6000)));
      draw.add(
          "lisa",
          "lopnr",
          person,
          "ar",
          year,
          "sun2020niva",
          draw.one(1, 2, 3, 4, 5, 7, null, 9),
          "dispinkke04",
          income);
    }
  }
}
