package se.jamlik.jobs.reference;

import java.time.LocalDate;

/**
 * Draws one person who lives elsewhere, and of whom every table holds a row from every
 * municipality: so a region of few persons is delivered as fully as one of many.
 */
record RandomAnchor(RandomDraw draw) {
  static final String PERSON = "elsewhere";
  private static final LocalDate LONG_AGO = LocalDate.of(2019, 6, 1);

  void addAll() {
    int lastYear = draw.asOf().getYear() - 1;
    for (int year = RandomPersons.FIRST_YEAR; year <= lastYear; year++) {
      add("rtb_bef", "ar", year, "fodelsear", 1980, "kon", 1, "kommun", "0180");
    }
    add("lisa", "ar", 2021, "sun2020niva", 3);
    LocalDate yesterday = draw.asOf().minusDays(1);
    add("par_slutenvard", "indatum", yesterday, "utdatum", yesterday, "sjukhus", "64001");
    add("par_oppenvard", "indatum", LONG_AGO, "sjukhus", "64001");
    add("pv_kontakt", "kontakt_id", PERSON, "kontaktdatum", LONG_AGO, "enhet", "HC1");
    add("pv_listning", "enhet", "HC1", "fom", LONG_AGO);
    add("lmed", "atc", "C07AB02", "edatum", LONG_AGO);
    add("utskrivningsklar", "utskrivningsklar", LONG_AGO);
    add("sip", "upprattad", LONG_AGO);
    for (String municipality : Reference.UMEA_REGION) {
      add("sol", "kommun", municipality, "insats", "ANNAT", "fom", LONG_AGO);
      add("khsl", "kommun", municipality, "kva", "QV001", "datum", LONG_AGO);
      add("lss", "kommun", municipality, "insats", 9, "fom", LONG_AGO);
      add("eb", "kommun", municipality, "manad", "2019-06");
      add("bu", "kommun", municipality, "insats_id", "b", "start", LONG_AGO);
    }
  }

  private void add(String table, Object... columnsAndValues) {
    Object[] all = new Object[columnsAndValues.length + 2];
    all[0] = "lopnr";
    all[1] = PERSON;
    System.arraycopy(columnsAndValues, 0, all, 2, columnsAndValues.length);
    draw.add(table, all);
  }
}
