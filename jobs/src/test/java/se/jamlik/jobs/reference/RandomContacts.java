package se.jamlik.jobs.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Draws the doctors whom one person meets, and what follows a stay in hospital. */
record RandomContacts(RandomDraw draw, String person) {

  /** Two to eight contacts with few doctors, many on one day, some with staff not known. */
  void addDoctors() {
    LocalDate near = draw.day();
    for (int number = draw.one(2, 3, 3, 4, 5, 8, 11); number > 0; number--) {
      draw.add(
          "pv_kontakt",
          "kontakt_id",
          // The byte order of these is not that of their numbers.
          person + draw.one("-d", "-D", "-å") + number,
          "lopnr",
          person,
          "kontaktdatum",
          draw.written(near.plusDays(draw.one(0, 0, 0, 1, 2, -1, 300))),
          "enhet",
          "HC1",
          "yrke",
          draw.chance(0.9) ? "LAKARE" : "SJUKSKOTERSKA",
          "kontakttyp",
          draw.one("MOTTAGNING", "MOTTAGNING", "HEMBESOK", "DISTANS_VIDEO", "DISTANS_TELEFON"),
          "personal",
          draw.chance(0.1) ? null : draw.one("d1", "d1", "d2", "d3"),
          "jour",
          draw.one(null, null, "0", "0", "0", "1"));
    }
  }

  void addRest() {
    for (int row = draw.chance(0.3) ? draw.between(1, 2) : 0; row > 0; row--) {
      addReadyForDischarge();
    }
    for (int plan = draw.isFrail() || draw.chance(0.4) ? draw.between(1, 3) : 0; plan > 0; plan--) {
      draw.add("sip", "lopnr", person, "upprattad", draw.written(draw.day()));
    }
    for (int listing = draw.chance(0.4) ? draw.between(1, 3) : 0; listing > 0; listing--) {
      addListing();
    }
  }

  /** The same day, the next, over the turn of a period, taken back, or not yet out. */
  private void addReadyForDischarge() {
    LocalDate ready = draw.chance(0.5) ? draw.afterDischarge(draw.one(-3, -1, 0)) : draw.day();
    LocalDate left = ready.plusDays(draw.one(0, 0, 1, 1, 2, 3, 40));
    draw.add(
        "utskrivningsklar",
        "lopnr",
        person,
        "utskrivningsklar",
        draw.written(ready),
        "ater_ej_klar",
        draw.chance(0.15) ? draw.written(ready.plusDays(1)) : null,
        "utskriven",
        draw.chance(0.15) ? null : draw.written(left),
        "kommun",
        draw.one("2480", null));
  }

  /** Listed and with a doctor named until a day at a measure day, or open. */
  private void addListing() {
    LocalDate turn = draw.measureDay();
    LocalDate from = draw.chance(0.3) ? turn.plusDays(draw.between(-1, 1)) : draw.day();
    draw.add(
        "pv_listning",
        "lopnr",
        person,
        "enhet",
        draw.one("HC1", "HC2"),
        "fom",
        draw.written(from),
        "tom",
        atOrAfter(from, turn),
        "fast_lakare",
        draw.one("d1", "d2", null),
        "fast_lakare_fom",
        draw.one(null, draw.written(turn), draw.written(turn.plusDays(1)), draw.written(from)),
        "fast_lakare_tom",
        draw.one(
            null,
            draw.written(turn),
            draw.written(turn.plusDays(1)),
            draw.written(turn.plusDays(200))));
  }

  private @Nullable String atOrAfter(LocalDate from, LocalDate turn) {
    LocalDate until = turn.plusDays(draw.between(-1, 1));
    return draw.chance(0.5) || until.isBefore(from) ? null : draw.written(until);
  }
}
