package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what the region delivers of one person. */
record RandomCare(RandomDraw draw, RandomCodes codes, String person) {

  void addAll() {
    int chains = draw.isFrail() ? draw.between(3, 6) : draw.chance(0.4) ? 0 : draw.between(1, 5);
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
    if (draw.chance(0.45)) {
      new RandomContacts(draw, person).addDoctors();
    }
    if (draw.chance(0.5)) {
      addDrugsInUse();
    }
    for (int correction = draw.between(0, 2); correction > 0; correction--) {
      addCorrectedDrug("C07AB0" + draw.between(0, 5));
    }
    for (int drug = draw.between(0, 4); drug > 0; drug--) {
      addListedDrug();
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
      put(stay, "mvo", draw.one("101", "101", "900", "911", "9", "890", null));
      if (draw.chance(0.1)) {
        putFrailty(stay);
      } else {
        putDiagnoses(stay, draw.between(0, 4));
      }
      putCauses(stay);
      draw.remember(start, isOpen ? start : end);
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

  /** Just below, at and above fifteen points, with codes that are given more than once. */
  private void putFrailty(Map<String, String> row) {
    for (int place = 1; place <= 5; place++) {
      row.put(
          "dia" + place, draw.one("F001", "G819", "G30", "I690", "R296", "N390", "F059", "F009"));
    }
  }

  private void putCauses(Map<String, String> row) {
    for (int place = 1; place <= 3; place++) {
      if (draw.chance(0.2)) {
        row.put("ekod" + place, codes.cause(draw));
      }
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
    put(visit, "mvo", draw.chance(0.3) ? draw.one("900", "99", "091", "19") : null);
    putDiagnoses(visit, draw.between(0, 2));
    putCauses(visit);
    draw.add("par_oppenvard", visit);
    if (draw.chance(0.05)) {
      draw.add("par_oppenvard", new LinkedHashMap<>(visit));
    }
  }

  private void addContact(int number) {
    Map<String, String> contact = new LinkedHashMap<>();
    contact.put("kontakt_id", draw.chance(0.01) ? "shared" : person + "-" + number);
    contact.put("lopnr", person);
    contact.put(
        "kontaktdatum",
        draw.written(draw.chance(0.4) ? draw.afterDischarge(draw.one(0, 1, 14, 15)) : draw.day()));
    contact.put("enhet", "HC1");
    put(
        contact,
        "yrke",
        draw.one("LAKARE", "DISTRIKTSSKOTERSKA", "SJUKSKOTERSKA", "PSYKOLOG", null));
    put(
        contact,
        "kontakttyp",
        draw.one(
            "MOTTAGNING", "HEMBESOK", "DISTANS_VIDEO", "DISTANS_TELEFON", "CHATT", "BREV", null));
    put(contact, "personal", draw.one("d1", null));
    for (int place = 1; place <= 3; place++) {
      if (draw.chance(0.4)) {
        contact.put("dia" + place, codes.any(draw));
      }
    }
    draw.add("pv_kontakt", contact);
  }

  /**
   * Four to seven, or ten to thirteen, drugs whose cover ends within a day or so of a measure day.
   */
  private void addDrugsInUse() {
    LocalDate measureDay = draw.measureDay();
    int drugs = draw.chance(0.4) ? draw.between(10, 13) : draw.between(4, 7);
    for (int drug = 0; drug < drugs; drug++) {
      int days = draw.one(1, 30, 90, 100, 120);
      LocalDate day =
          measureDay.minusDays(
              draw.chance(0.85) ? draw.between(0, days - 1) : days + draw.between(-1, 1));
      String atc = drug == 6 ? draw.one("D01AC01", "C07AB", "N05AN01") : "C07AB" + (10 + drug);
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
  private void addCorrectedDrug(String atc) {
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

  /** A drug of one of the lists, or of its neighbour; now and then cancelled. */
  private void addListedDrug() {
    String atc =
        draw.one(
            "N05AN01", "N05AH03", "N05A", "n05ax08", "N05BA01", "N05BB01", "N05CD02", "N05CM06",
            "N06AA09", "N06AB04", "N06A", "N06BA04", "N06BA09", "N06BA12", "N06BA07", "N06BC01",
            "C02AC02", "C02AC02", "C02AC01", "N06DA02", "N02AX02", "N02AJ13", "A03BA01", "A04AD12",
            "A04AD01", "R06AD", "N04AA02");
    if (draw.chance(0.25)) {
      addCorrectedDrug(atc);
    } else {
      LocalDate day =
          draw.chance(0.4) ? draw.measureDay().minusDays(draw.between(0, 100)) : draw.day();
      addDrug(atc, day, draw.one("1", "2", null, "0"), draw.one("30", "98", null));
    }
  }

  private void addRest() {
    new RandomContacts(draw, person).addRest();
  }
}
