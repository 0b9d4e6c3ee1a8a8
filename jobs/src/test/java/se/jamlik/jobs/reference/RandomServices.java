package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Draws what the municipalities deliver of one person. */
record RandomServices(RandomDraw draw, String person, String municipality) {

  void addAll() {
    if (draw.isFrail() || draw.chance(0.5)) {
      addDecisions();
    }
    if (draw.chance(0.15)) {
      addHomeCareUntilAdmission();
    }
    if (draw.chance(0.25)) {
      addActs();
    }
    if (draw.chance(0.08)) {
      LocalDate from = draw.day();
      draw.add(
          "lss",
          "lopnr",
          person,
          "kommun",
          sender(),
          "insats",
          draw.one(2, 2, 9, 10),
          "fom",
          draw.written(from),
          "tom",
          until(from, draw.one(0, 1, 30, 400)));
    }
    for (int month = draw.chance(0.1) ? draw.between(1, 3) : 0; month > 0; month--) {
      draw.add(
          "eb",
          "lopnr",
          person,
          "kommun",
          sender(),
          "manad",
          YearMonth.from(draw.day()),
          "hushall_id",
          draw.one(
              RandomPersons.householdOf(person), RandomPersons.householdOf(person), null, "h0"),
          "belopp",
          draw.one("-1", "0", "8000,50", null));
    }
    for (int number = draw.chance(0.15) ? draw.between(1, 2) : 0; number > 0; number--) {
      addPlacement(number);
    }
  }

  /** Empty, of one day, open, never started, or without a form of placement. */
  private void addPlacement(int number) {
    LocalDate start = draw.day();
    boolean isStarted = draw.chance(0.85);
    draw.add(
        "bu",
        "lopnr",
        person,
        "kommun",
        sender(),
        "insats_id",
        "b" + person + number,
        "start",
        isStarted ? draw.written(start) : null,
        "slut",
        until(start, draw.one(0, 1, 1, 30, 400)),
        "placeringsform",
        draw.one("FAMILJEHEM", "HVB", "OKAND", "jourhem", null));
  }

  /** At the edges of three days after a discharge, and of ninety before an admission. */
  private void addActs() {
    for (int act = draw.between(1, 3); act > 0; act--) {
      LocalDate day =
          switch (draw.between(0, 2)) {
            case 0 -> draw.afterDischarge(draw.one(-1, 0, 3, 4));
            case 1 -> draw.beforeAdmission(draw.one(0, 1, 90, 91));
            default -> draw.day();
          };
      draw.add(
          "khsl", "lopnr", person, "kommun", sender(), "kva", "QV001", "datum", draw.written(day));
    }
  }

  private void addHomeCareUntilAdmission() {
    LocalDate until = draw.beforeAdmission(draw.one(-1, 0, 0, 1));
    addDecision("HEMTJANST", until.minusDays(draw.one(1, 40)), draw.one(1, 40), "20");
  }

  /** Mostly the municipality where the person lives. */
  private String sender() {
    return draw.chance(0.95) ? municipality : draw.municipality();
  }

  private @Nullable String until(LocalDate from, int days) {
    return draw.chance(0.2) ? null : draw.written(from.plusDays(days));
  }

  private void addDecisions() {
    LocalDate from = draw.day();
    switch (draw.between(0, 6)) {
      case 0 -> addDecision("TRYGGHETSLARM", from, 400, null);
      case 1 -> addDecision("KORTTID", from, draw.one(0, 1, 1, 14), null);
      case 2 -> {
        addDecision("SABO", from, draw.one(0, 1, 400), null);
        if (draw.chance(0.3)) {
          addDecision("SABO", from.plusDays(draw.between(0, 3)), draw.one(1, 31, 60), null);
        }
      }
      case 3 -> {
        // Exactly 25 hours as a sum, a hair below, and hours that are not valid.
        addDecision("HEMTJANST", from, 40, draw.one("12.5", "12,4", "24.9", "0.5"));
        addDecision(
            "HEMTJANST",
            from.plusDays(draw.between(1, 9)),
            60,
            draw.one("12.5", "12.6", "0.1", "745"));
      }
      case 4 -> {
        addDecision(
            "HEMTJANST",
            from,
            draw.one(0, 1, 28, 31, 366),
            draw.one("25", "24.999", "744", "0", null, "1"));
        addDecision("hemtjanst", from.plusDays(20), 30, "8");
      }
      case 5 -> {
        for (int number = 0; number < 10; number++) {
          addDecision("HEMTJANST", from.plusDays(number), 50, "2.5");
        }
      }
      default ->
          addDecision(
              draw.one("MATDISTRIBUTION", "LEDSAGNING", "BOENDESTOD"),
              from,
              draw.one(0, 1, 60),
              null);
    }
  }

  private void addDecision(String service, LocalDate from, int days, @Nullable String hours) {
    draw.add(
        "sol",
        "lopnr",
        person,
        "kommun",
        sender(),
        "insats",
        service,
        "fom",
        draw.written(from),
        "tom",
        until(from, days),
        "timmar_man",
        hours);
  }
}
