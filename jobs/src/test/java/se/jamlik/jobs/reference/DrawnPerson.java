package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One person drawn in a test, row by row; the data go through 20 January 2025. */
final class DrawnPerson {
  static final ReferencePeriod YEAR = ReferencePeriod.year(2024);
  private static final LocalDate DATA_THROUGH = LocalDate.of(2025, 1, 20);

  private final Map<String, List<Map<String, String>>> drawn = new HashMap<>();
  private @Nullable LocalDate died;

  void stays(String in, String out, String... more) {
    Map<String, String> row = Drawn.row(more);
    row.putAll(Drawn.row("indatum", in, "utdatum", out, "sjukhus", "64001"));
    draw("par_slutenvard", row);
  }

  void contact(String id, String day, String type, String profession, String... more) {
    Map<String, String> row = Drawn.row(more);
    row.putAll(Drawn.row("kontakt_id", id, "kontaktdatum", day, "enhet", "HC"));
    row.putAll(Drawn.row("kontakttyp", type, "yrke", profession));
    draw("pv_kontakt", row);
  }

  void decides(String service, String from, @Nullable String to, @Nullable String hours) {
    draw(
        "sol",
        Drawn.row(
            "kommun", "2480", "insats", service, "fom", from, "tom", to, "timmar_man", hours));
  }

  void act(String day) {
    draw("khsl", "kommun", "2480", "kva", "QV001", "datum", day);
  }

  void draw(String table, @Nullable String... columnsAndValues) {
    draw(table, Drawn.row(columnsAndValues));
  }

  void draw(String table, Map<String, String> row) {
    row.put("lopnr", "1");
    drawn.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
  }

  ReferencePerson read() {
    Map<String, List<ReferenceRow>> rows = new HashMap<>();
    drawn.forEach((table, raw) -> rows.put(table, Drawn.typed(table, raw)));
    return new ReferencePerson(new ReferencePerson.Rows(rows), died, DATA_THROUGH);
  }

  void dies(LocalDate day) {
    died = day;
  }

  void forget(String table) {
    drawn.remove(table);
  }
}
