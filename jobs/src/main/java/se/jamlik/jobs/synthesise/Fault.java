package se.jamlik.jobs.synthesise;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import se.jamlik.jobs.synthesise.Planted.Expect;

/**
 * A faulty row that is put in after a good one. The good row stays, so that what should not count
 * can be seen not to count.
 *
 * @param fits the good rows it can be made from
 * @param made the faulty row
 */
record Fault(
    String what, Expect expect, String reason, Predicate<Cells> fits, UnaryOperator<Cells> made) {

  /** Rows that break the contract. */
  static List<Fault> quarantined() {
    return List.of(
        bad(
            "a date that does not exist",
            "value cannot be read as a date",
            Fault::hasDate,
            Fault::noSuchDay),
        bad(
            "no person",
            "required column lopnr is null",
            Fault::hasPerson,
            row -> row.with("lopnr", "")),
        bad("a field too many", "too many fields", any -> true, Cells::withOneMore),
        bad("a field too few", "too few fields", any -> true, Cells::withOneLess),
        bad("sex 3", "kon is not 1 or 2", row -> row.has("kon"), row -> row.with("kon", "3")),
        bad(
            "birth year 1889",
            "fodelsear outside 1890..ar",
            row -> row.has("fodelsear"),
            row -> row.with("fodelsear", "1889")),
        bad(
            "birth month 13",
            "fodelseman outside 1..12",
            row -> row.has("fodelseman"),
            row -> row.with("fodelseman", "13")),
        bad(
            "a municipality of three digits",
            "kommun is not four digits",
            row -> row.isKnown("kommun"),
            row -> row.with("kommun", "248")),
        bad(
            "a month 13",
            "manad is not YYYY-MM",
            row -> row.has("manad"),
            row -> row.with("manad", "2024-13")),
        bad(
            "discharged before admitted",
            "utdatum before indatum",
            row -> row.isKnown("utdatum"),
            row -> row.with("utdatum", "1999-12-31")),
        bad(
            "ended before begun",
            "tom before fom",
            row -> row.isKnown("tom"),
            row -> row.with("tom", "1999-12-31")),
        bad(
            "ended before started",
            "slut before start",
            row -> row.isKnown("slut") && row.isKnown("start"),
            row -> row.with("slut", "1999-12-31")),
        bad(
            "an unknown kind of help",
            "insats outside its list",
            row -> row.table() == Table.SOL,
            row -> row.with("insats", "FOTVARD")),
        bad(
            "an unknown kind of move",
            "typ outside its list",
            row -> row.has("typ"),
            row -> row.with("typ", "RESA")),
        bad(
            "a number in words",
            "value cannot be read as a number",
            row -> row.has("antal"),
            row -> row.with("antal", "tva")),
        bad(
            "a pseudonym too long",
            "lopnr longer than 64 characters",
            Fault::hasPerson,
            row -> row.with("lopnr", "X".repeat(65))),
        bad(
            "a line break inside quotes",
            "line break inside quotes",
            row -> row.has("hdia"),
            row -> row.with("hdia", "I10\n9")));
  }

  /** Rows that are odd, but that the contract keeps, or knows as the same row again. */
  static List<Fault> kept(LocalDate asOf) {
    String later = asOf.plusDays(10).toString();
    return List.of(
        new Fault(
            "the same row twice",
            Expect.DUPLICATE,
            "equal to the row that holds its key",
            Fault::hasKey,
            row -> row),
        odd(
            "two equal rows in one file",
            "the key is the whole row: two events",
            row -> row.table() == Table.KHSL,
            row -> row),
        odd(
            "dated after as-of",
            "kept, counted as a warning",
            row -> isCare(row) && !hasKey(row),
            row -> row.with(row.firstDate(), later)),
        odd(
            "a cancellation without partner",
            "antal < 0 is kept and cancels nothing",
            row -> row.has("antal"),
            row -> row.with("antal", "-1").with("atc", "V03AX99")),
        odd(
            "an open stay that is not the last",
            "counts as ended on its indatum, a quality warning",
            row -> row.isKnown("utdatum"),
            row -> row.with("utdatum", "").with("klinik", "999").with("utsatt", "")),
        odd(
            "an overlapping decision",
            "days count once",
            Fault::isHomeCare,
            row -> row.with("fom", dayAfter(row, 1)).with("tom", "")),
        odd(
            "0 hours",
            "kept as not valid",
            Fault::isHomeCare,
            row -> row.with("fom", dayAfter(row, 2)).with("tom", "").with("timmar_man", "0")),
        odd(
            "745 hours",
            "kept as not valid",
            Fault::isHomeCare,
            row -> row.with("fom", dayAfter(row, 3)).with("tom", "").with("timmar_man", "745")),
        odd(
            "a safety alarm alone",
            "no home care",
            row -> row.table() == Table.SOL,
            row ->
                row.with("lopnr", alone(row))
                    .with("insats", "TRYGGHETSLARM")
                    .with("timmar_man", "")),
        odd(
            "a code of ICD-9",
            "kept and counted, never matched",
            row -> row.table() == Table.PAR_OPPENVARD,
            row -> row.with("dia3", "464,01")),
        odd(
            "a drug typed as a diagnosis",
            "kept and counted, never matched",
            row -> row.table() == Table.PAR_OPPENVARD,
            row -> row.with("dia3", "C09AA02")),
        odd("BLANKED", "null", row -> row.has("op"), row -> changedKey(row).with("op", "BLANKED")),
        odd(
            "NULL in words",
            "null",
            row -> row.has("mvo"),
            row -> changedKey(row).with("mvo", " null ")));
  }

  private static Fault bad(
      String what, String reason, Predicate<Cells> fits, UnaryOperator<Cells> made) {
    return new Fault(what, Expect.QUARANTINED, reason, fits, made);
  }

  private static Fault odd(
      String what, String reason, Predicate<Cells> fits, UnaryOperator<Cells> made) {
    return new Fault(what, Expect.ACCEPTED, reason, fits, made);
  }

  private static boolean hasDate(Cells row) {
    return !row.firstDate().isEmpty();
  }

  private static boolean hasPerson(Cells row) {
    return row.has("lopnr");
  }

  private static Cells noSuchDay(Cells row) {
    return row.with(row.firstDate(), "2024-02-30");
  }

  private static boolean hasKey(Cells row) {
    return switch (row.table()) {
      case PAR_OPPENVARD, LMED, KHSL -> false;
      default -> true;
    };
  }

  private static boolean isCare(Cells row) {
    return switch (row.table()) {
      case PAR_OPPENVARD, LMED, KHSL -> true;
      default -> false;
    };
  }

  private static boolean isHomeCare(Cells row) {
    return row.at("insats").equals("HEMTJANST");
  }

  private static String dayAfter(Cells row, int days) {
    return LocalDate.parse(row.at("fom")).plusDays(days).toString();
  }

  /** A pseudonym nobody else has. */
  private static String alone(Cells row) {
    return "Q" + row.at("lopnr").substring(1);
  }

  /** Another stay of the same person and day: only the key of a keyed table must change. */
  private static Cells changedKey(Cells row) {
    return row.table() == Table.PAR_SLUTENVARD ? row.with("klinik", "998") : row;
  }
}
