package se.jamlik.pipeline.link;

import static se.jamlik.pipeline.link.Drawn.date;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is delivered before the night of 22 November 2024: events of a woman of the region, of one
 * who died and of one whom the population register does not know.
 */
final class DrawnNight {
  private static final long KNOWN = 1;
  private static final long DIED = 2;
  private static final long UNKNOWN = 9;
  private static final LocalDate DIED_ON = date("2024-05-10");

  private DrawnNight() {}

  static Drawn drawn() {
    Drawn drawn = new Drawn();
    population(drawn);
    care(drawn);
    municipalities(drawn);
    return drawn;
  }

  private static void population(Drawn drawn) {
    drawn
        .row(
            "geography",
            "deso",
            "2480A0010",
            "regso",
            "2480R001",
            "municipality",
            "2480",
            "municipality_name",
            "Umeå")
        .woman(KNOWN, 1950, 2022, "2480", null)
        .woman(KNOWN, 1950, 2023, "2480", null)
        .woman(DIED, 1950, 2023, "0180", null)
        .row("death", "person", DIED, "died_on", DIED_ON)
        .row("death", "person", UNKNOWN, "died_on", DIED_ON);
  }

  private static void care(Drawn drawn) {
    drawn
        .row(
            "inpatient_row",
            "person",
            KNOWN,
            "admitted_on",
            date("2024-11-01"),
            "discharged_on",
            date("2024-11-05"),
            "hospital",
            "H",
            "main_diagnosis",
            "J440",
            "secondary_diagnoses",
            List.of("I50", "4140"),
            "external_causes",
            List.of("W01"))
        .row(
            "inpatient_row",
            "person",
            KNOWN,
            "admitted_on",
            date("2024-11-20"),
            "hospital",
            "H",
            "main_diagnosis",
            "N02BE01")
        .row(
            "inpatient_row",
            "person",
            UNKNOWN,
            "admitted_on",
            date("2024-11-21"),
            "discharged_on",
            date("2024-11-23"),
            "hospital",
            "H",
            "main_diagnosis",
            "I21")
        .row(
            "outpatient_visit",
            "person",
            KNOWN,
            "visited_on",
            date("2024-11-22"),
            "main_diagnosis",
            "I10",
            "emergency",
            1)
        .row(
            "outpatient_visit",
            "person",
            KNOWN,
            "visited_on",
            date("2024-11-23"),
            "main_diagnosis",
            "I11")
        .row(
            "primary_care_contact",
            "contact",
            "c1",
            "person",
            KNOWN,
            "contact_on",
            date("2019-02-03"),
            "unit",
            "U",
            "diagnoses",
            List.of("E11", "F32"),
            "profession",
            "LAKARE")
        .row("listing", "person", DIED, "unit", "U", "starts_on", date("2024-01-01"), "doctor", "d")
        .row("listing", "person", KNOWN, "unit", "U", "starts_on", date("2024-01-01"))
        .row("dispensed_row", drug(KNOWN, "2024-01-01", "2", "30"))
        .row("dispensed_row", drug(KNOWN, "2024-01-01", null, "10"))
        .row("dispensed_row", drug(KNOWN, "2024-02-01", "-1", null))
        .row("dispensed_row", drug(KNOWN, "2024-06-01", "1", null))
        .row("dispensed_row", drug(KNOWN, "2024-11-23", "-1", null))
        .row("dispensed_row", drug(UNKNOWN, "2024-01-01", "1", "10"));
  }

  private static void municipalities(Drawn drawn) {
    drawn
        .row("social_service", decision(KNOWN, "2480", "2024-01-01", "2024-03-01", "20"))
        .row("social_service", decision(KNOWN, "2480", "2024-04-01", null, "745"))
        .row("social_service", decision(KNOWN, "2401", "2025-01-01", "2025-01-01", "0.5"))
        .row("social_service", decision(DIED, "2401", "2024-02-01", null, "1"))
        .row("social_service", decision(DIED, "2401", "2024-05-10", null, "1"))
        .row("social_service", decision(UNKNOWN, "2403", "2023-02-01", null, "1"))
        .row(
            "child_measure",
            "person",
            KNOWN,
            "municipality",
            "2480",
            "measure",
            "m1",
            "starts_on",
            null)
        .row(
            "child_measure",
            "person",
            KNOWN,
            "municipality",
            "2480",
            "measure",
            "m2",
            "starts_on",
            date("2024-01-01"),
            "ends_on",
            date("2024-01-02"))
        .row(
            "economic_assistance",
            "person",
            KNOWN,
            "municipality",
            "2480",
            "month",
            "2024-01",
            "household",
            "h")
        .row(
            "municipal_care_act",
            "person",
            KNOWN,
            "municipality",
            "2480",
            "act",
            "QV012",
            "act_on",
            date("2024-01-01"))
        .row(
            "municipal_care_act",
            "person",
            KNOWN,
            "municipality",
            "2401",
            "act",
            "QV012",
            "act_on",
            date("2024-11-23"));
  }

  private static Object[] drug(long person, String date, String packages, String doses) {
    return new Object[] {
      "person",
      person,
      "atc",
      "C07AB02",
      "dispensed_on",
      date(date),
      "packages",
      packages == null ? null : new BigDecimal(packages),
      "ddd_per_package",
      doses == null ? null : new BigDecimal(doses)
    };
  }

  private static Object[] decision(
      long person, String municipality, String from, String to, String hours) {
    return new Object[] {
      "person",
      person,
      "municipality",
      municipality,
      "service",
      "HEMTJANST",
      "starts_on",
      date(from),
      "ends_on",
      to == null ? null : date(to),
      "hours_per_month",
      new BigDecimal(hours)
    };
  }
}
