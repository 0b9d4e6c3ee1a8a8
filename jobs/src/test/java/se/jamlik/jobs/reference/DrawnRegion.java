package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Deliveries of a few persons, drawn row by row. */
final class DrawnRegion {
  private final Map<String, List<Map<String, String>>> tables = new TreeMap<>();

  Map<String, List<Map<String, String>>> tables() {
    return tables;
  }

  /** The rows of a table, to be changed. */
  List<Map<String, String>> rows(String table) {
    return tables.computeIfAbsent(table, name -> new ArrayList<>());
  }

  void lives(int person, int year, String municipality, int born, String sex) {
    draw(
        "rtb_bef",
        "lopnr",
        "" + person,
        "ar",
        "" + year,
        "fodelsear",
        "" + born,
        "kon",
        sex,
        "kommun",
        municipality,
        "deso",
        municipality + "A0010",
        "fodelseland_grupp",
        "SE");
  }

  /** A child of ten in Vindeln; of no household that is known when that is null. */
  void child(int person, @Nullable String household) {
    for (String year : List.of("2023", "2024")) {
      lives(person, Integer.parseInt(year), "2404", 2014, "1");
      if (household != null) {
        List<Map<String, String>> rows = rows("rtb_bef");
        rows.get(rows.size() - 1).put("hushall_id", household);
      }
    }
  }

  /** Where Umeå lies, and that no municipality is silent. */
  void everyMunicipalitySends() {
    draw("geografi", "deso", "2480A0010", "regso", "R1", "kommun", "2480");
    for (String municipality : Reference.UMEA_REGION) {
      for (String table : List.of("sol", "lss", "khsl", "eb")) {
        drawSent(table, municipality);
      }
    }
  }

  /** A row that shows that the municipality sends the table, of a person outside the register. */
  private void drawSent(String table, String municipality) {
    draw(
        table,
        "lopnr",
        "x",
        "kommun",
        municipality,
        "insats",
        table.equals("lss") ? "9" : "SABO",
        "fom",
        "2019-01-01",
        "kva",
        "QV001",
        "datum",
        "2019-01-01",
        "manad",
        "2019-01");
  }

  void draw(String table, String... columnsAndValues) {
    rows(table).add(Drawn.row(columnsAndValues));
  }
}
