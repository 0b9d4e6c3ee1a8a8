package se.jamlik.pipeline.mark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.link.Delivered;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Sha256;

/** Files of a few people, drawn, that come, are corrected and are forgotten from night to night. */
final class DrawnDeliveries {
  private static final int PERSONS = 40;
  private static final List<String> CODES =
      List.of("I10", "E119", "F320", "J449", "W010", "C509", "X60", "N390", "I500", "Z511");
  private static final List<String> DRUGS =
      List.of("C07AB02", "N06AB03", "N05BA01", "D01AC01", "N06BA04", "N05AH03");
  private static final List<String> EVENTS =
      List.of(
          "par_slutenvard",
          "par_oppenvard",
          "pv_kontakt",
          "lmed",
          "sol",
          "khsl",
          "eb",
          "pv_listning",
          "utskrivningsklar",
          "lss");

  private final Random random;
  private final Definitions definitions;
  private final List<File> files = new ArrayList<>();
  private int contacts;

  private record File(String table, List<Map<String, String>> rows) {}

  /** The first files of everything. */
  DrawnDeliveries(long seed, Definitions definitions) {
    this.random = new Random(seed);
    this.definitions = definitions;
    for (int year = 2022; year <= 2025; year++) {
      files.add(new File("rtb_bef", population(year)));
    }
    for (String table : EVENTS) {
      files.add(new File(table, rows(table, 60, LocalDate.of(2019, 1, 1), 2_880)));
    }
    files.add(new File("dors", List.of(row("lopnr", "p1", "dodsdat", "2025-03-04"))));
    // A stranger's stay tells how far the inpatient table reaches.
    files.add(
        new File(
            "par_slutenvard",
            List.of(row("lopnr", "stranger", "indatum", "2026-11-21", "utdatum", "2026-11-21"))));
  }

  /** One more file, one row corrected, or a file forgotten; what happened, in words. */
  String change() {
    String table = EVENTS.get(random.nextInt(EVENTS.size()));
    switch (random.nextInt(4)) {
      case 0 -> {
        files.add(new File(table, rows(table, 5, LocalDate.of(2026, 11, 1), 21)));
        return "a day's file of " + table;
      }
      case 1 -> {
        files.add(new File(table, rows(table, 3, LocalDate.of(2019, 1, 1), 2_880)));
        return "late rows of " + table;
      }
      case 2 -> {
        int place = files.indexOf(last(table));
        List<Map<String, String>> corrected = new ArrayList<>(files.get(place).rows());
        corrected.set(0, rows(table, 1, LocalDate.of(2024, 6, 1), 200).get(0));
        files.set(place, new File(table, corrected));
        return "a corrected file of " + table;
      }
      default -> {
        long ofTable = files.stream().filter(file -> file.table().equals(table)).count();
        if (ofTable > 1) {
          files.remove(last(table));
        }
        return "a forgotten file of " + table;
      }
    }
  }

  /** What link is given. */
  Delivered delivered(SparkSession spark) {
    GivenTables given = new GivenTables(definitions);
    Map<String, StringBuilder> texts = new TreeMap<>();
    for (File file : files) {
      file.rows().forEach(row -> given.add(file.table(), row));
      texts
          .computeIfAbsent(definitions.table(file.table()).becomes(), any -> new StringBuilder())
          .append(file.rows());
    }
    Map<String, Dataset<Row>> tables = given.conformed(spark);
    Map<String, String> madeFrom = new TreeMap<>();
    texts.forEach((name, text) -> madeFrom.put(name, Sha256.of(text.toString())));
    return new Delivered(tables, madeFrom, "drawn");
  }

  private File last(String table) {
    return files.stream()
        .filter(file -> file.table().equals(table))
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private static List<Map<String, String>> population(int year) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int person = 0; person < PERSONS; person++) {
      rows.add(
          row(
              "lopnr", "p" + person,
              "ar", "" + year,
              "fodelsear", "" + (1930 + 2 * person),
              "kon", "" + (1 + person % 2),
              "hushall_id", "h" + person / 2));
    }
    return rows;
  }

  private List<Map<String, String>> rows(String table, int count, LocalDate first, int days) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      rows.add(row(table, first.plusDays(random.nextInt(days))));
    }
    return rows;
  }

  private Map<String, String> row(String table, LocalDate day) {
    Map<String, String> row = row("lopnr", "p" + random.nextInt(PERSONS));
    String end = random.nextInt(5) == 0 ? "" : day.plusDays(random.nextInt(90)).toString();
    String code = CODES.get(random.nextInt(CODES.size()));
    switch (table) {
      case "par_slutenvard" ->
          row.putAll(
              row(
                  "indatum",
                  day.toString(),
                  "utdatum",
                  end,
                  "hdia",
                  code,
                  "ekod1",
                  random.nextInt(4) == 0 ? "W010" : "",
                  "utsatt",
                  "" + (1 + random.nextInt(4)),
                  "pvard",
                  "" + (1 + random.nextInt(2))));
      case "par_oppenvard" ->
          row.putAll(
              row(
                  "indatum",
                  day.toString(),
                  "sjukhus",
                  "64001",
                  "hdia",
                  code,
                  "akut",
                  "" + random.nextInt(2)));
      case "pv_kontakt" ->
          row.putAll(
              row(
                  "kontakt_id",
                  "k" + ++contacts,
                  "kontaktdatum",
                  day.toString(),
                  "yrke",
                  "LAKARE",
                  "kontakttyp",
                  "MOTTAGNING",
                  "personal",
                  "d" + random.nextInt(3),
                  "dia1",
                  code));
      case "lmed" ->
          row.putAll(
              row(
                  "atc", DRUGS.get(random.nextInt(DRUGS.size())),
                  "edatum", day.toString(),
                  "antal", "" + (random.nextInt(6) - 1)));
      case "sol" ->
          row.putAll(
              row(
                  "insats",
                  random.nextBoolean() ? "HEMTJANST" : "SABO",
                  "fom",
                  day.toString(),
                  "tom",
                  end,
                  "timmar_man",
                  "" + random.nextInt(60)));
      case "khsl" -> row.put("datum", day.toString());
      case "eb" ->
          row.putAll(
              row("manad", day.toString().substring(0, 7), "hushall_id", "h" + random.nextInt(20)));
      case "pv_listning" -> row.putAll(row("fom", day.toString(), "tom", end));
      case "utskrivningsklar" ->
          row.putAll(row("utskrivningsklar", day.toString(), "utskriven", end));
      default -> row.putAll(row("insats", "2", "fom", day.toString(), "tom", end));
    }
    return row;
  }

  private static Map<String, String> row(String... columnsAndCells) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int place = 0; place < columnsAndCells.length; place += 2) {
      row.put(columnsAndCells[place], columnsAndCells[place + 1]);
    }
    return row;
  }
}
