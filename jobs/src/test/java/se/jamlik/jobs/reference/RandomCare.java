package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what the region delivers of one person. */
record RandomCare(RandomDraw draw, RandomCodes codes, String person) {

  void addAll() {
    int chains = draw.chance(0.4) ? 0 : draw.between(1, 5);
    for (int chain = 0; chain < chains; chain++) {
      addStays();
    }
    int visits = draw.chance(0.3) ? 0 : draw.chance(0.2) ? draw.between(7, 10) : draw.between(1, 3);
    LocalDate near = draw.day();
    for (int visit = 0; visit < visits; visit++) {
      addVisit(visits >= 7 ? near.plusDays(draw.between(-9, 9)) : draw.day());
    }
    for (int contact = draw.between(0, 4); contact > 0; contact--) {
      addContact(contact);
    }
    if (draw.chance(0.4)) {
      addDrugsInUse();
    }
    for (int correction = draw.between(0, 2); correction > 0; correction--) {
      addCorrectedDrug();
    }
    addRest();
  }

  /**
   * Rows of one clinic after another: the same day, the next, a day too late, overlapping, now and
   * then still open.
   */
  private void addStays() {
    LocalDate start = draw.day();
    int rows = draw.chance(0.5) ? 1 : draw.between(2, 4);
    for (int row = 0; row < rows; row++) {
      LocalDate end = start.plusDays(draw.chance(0.1) ? draw.between(18, 22) : draw.between(0, 4));
      boolean isOpen = draw.chance(0.06);
      Map<String, String> stay = new LinkedHashMap<>();
      stay.put("lopnr", person);
      stay.put("indatum", draw.written(start));
      put(stay, "utdatum", isOpen ? null : draw.written(end));
      stay.put("sjukhus", draw.one("64001", "64010", "Å1"));
      put(stay, "klinik", draw.one("101", "101", "20", "9", null));
      put(stay, "pvard", draw.one("1", "2", "2", "2", null));
      put(stay, "insatt", draw.one("1", "2", "3", "3", null));
      put(stay, "utsatt", draw.one("1", "1", "2", "3", "3", null, draw.chance(0.2) ? "4" : "3"));
      putDiagnoses(stay, draw.between(0, 4));
      draw.add("par_slutenvard", stay);
      start = (isOpen ? start : end).plusDays(draw.one(-2, 0, 0, 1, 1, 1, 2, 30, 31));
    }
  }

  private void putDiagnoses(Map<String, String> row, int others) {
    String avoidable =
        draw.chance(0.2) ? draw.one("I50.9", "J81", "E10.1", "J45", "J449-P", "I110") : null;
    put(row, "hdia", avoidable != null ? avoidable : draw.chance(0.95) ? codes.any(draw) : null);
    for (int number = 1; number <= others; number++) {
      row.put("dia" + number, codes.any(draw));
    }
  }

  private static void put(Map<String, String> row, String column, @Nullable String value) {
    if (value != null) {
      row.put(column, value);
    }
  }

  private void addVisit(LocalDate day) {
    Map<String, String> visit = new LinkedHashMap<>();
    visit.put("lopnr", person);
    visit.put("indatum", draw.written(day));
    visit.put("sjukhus", "64001");
    put(visit, "akut", draw.one("1", "1", "0", null, "2"));
    put(visit, "yrke", draw.one("LAKARE", "LAKARE", null, "SJUKSKOTERSKA"));
    putDiagnoses(visit, draw.between(0, 2));
    draw.add("par_oppenvard", visit);
    if (draw.chance(0.05)) {
      draw.add("par_oppenvard", new LinkedHashMap<>(visit));
    }
  }

  private void addContact(int number) {
    Map<String, String> contact = new LinkedHashMap<>();
    contact.put("kontakt_id", draw.chance(0.01) ? "shared" : person + "-" + number);
    contact.put("lopnr", person);
    contact.put("kontaktdatum", draw.written(draw.day()));
    contact.put("enhet", "HC1");
    put(contact, "yrke", draw.one("LAKARE", "DISTRIKTSSKOTERSKA", "PSYKOLOG", null));
    put(
        contact,
        "kontakttyp",
        draw.one(
            "MOTTAGNING", "HEMBESOK", "DISTANS_VIDEO", "DISTANS_TELEFON", "CHATT", "BREV", null));
    for (int place = 1; place <= 3; place++) {
      if (draw.chance(0.4)) {
        contact.put("dia" + place, codes.any(draw));
      }
    }
    draw.add("pv_kontakt", contact);
  }

  /** Four to seven drugs whose cover ends within a day or so of a measure day. */
  private void addDrugsInUse() {
    LocalDate measureDay = draw.measureDay();
    int drugs = draw.between(4, 7);
    for (int drug = 0; drug < drugs; drug++) {
      int days = draw.one(1, 30, 90, 100, 120);
      LocalDate day =
          measureDay.minusDays(
              draw.chance(0.7) ? draw.between(0, days - 1) : days + draw.between(-1, 1));
      String atc = drug == 6 ? draw.one("D01AC01", "C07AB") : "C07AB0" + drug;
      addDrug(
          atc,
          day,
          draw.one("1", "1", null, "1.0"),
          days == 90 && draw.chance(0.5) ? null : String.valueOf(days));
    }
  }

  private void addDrug(
      String atc, LocalDate day, @Nullable String packages, @Nullable String doses) {
    draw.add(
        "lmed",
        "lopnr",
        person,
        "atc",
        atc,
        "edatum",
        draw.written(day),
        "antal",
        packages,
        "forpddd",
        doses);
  }

  /**
   * A dispensing near a measure day, and a correction on its own day, soon after, or 89 to 91 days
   * after; or no partner.
   */
  private void addCorrectedDrug() {
    String atc = "C07AB0" + draw.between(0, 5);
    LocalDate day = draw.measureDay().minusDays(draw.between(0, 100));
    BigDecimal packages =
        draw.one(
            BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.valueOf(2), BigDecimal.valueOf(3));
    if (draw.chance(0.8)) {
      addDrug(atc, day, packages.toString(), draw.one("12.5", "30", "98", null));
    }
    if (draw.chance(0.3)) {
      addDrug(atc, day.plusDays(draw.between(1, 20)), "1", "49");
    }
    BigDecimal cancelled =
        draw.one(packages, BigDecimal.ONE, new BigDecimal("1.5"), BigDecimal.valueOf(4)).negate();
    addDrug(
        atc,
        day.plusDays(draw.one(0, 0, 5, 25, 89, 90, 91)),
        cancelled.toString().replace('.', ','),
        null);
  }

  private void addRest() {
    if (draw.chance(0.1)) {
      draw.add("utskrivningsklar", "lopnr", person, "utskrivningsklar", draw.written(draw.day()));
    }
    if (draw.chance(0.1)) {
      draw.add("sip", "lopnr", person, "upprattad", draw.written(draw.day()));
    }
    if (draw.chance(0.3)) {
      draw.add("pv_listning", "lopnr", person, "enhet", "HC1", "fom", draw.written(draw.day()));
    }
  }
}
