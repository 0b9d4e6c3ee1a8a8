package se.jamlik.jobs.reference;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries of persons who were drawn to stand at the edges of the rules. The same seed gives the
 * same rows, and a person's rows do not depend on how many others there are.
 */
record RandomPersons(long seed, LocalDate asOf, Map<String, List<Map<String, String>>> tables) {
  static final int FIRST_YEAR = 2021;

  static RandomPersons of(long seed, int persons, LocalDate asOf) {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    RandomCodes codes = new RandomCodes();
    addGeography(new RandomDraw(new Random(seed), asOf, tables));
    for (int number = 0; number < persons; number++) {
      RandomDraw draw = new RandomDraw(new Random(seed * 1_000_003 + number), asOf, tables);
      addPerson(draw, codes, String.format(java.util.Locale.ROOT, "p%06d", number));
    }
    return new RandomPersons(seed, asOf, tables);
  }

  private static void addGeography(RandomDraw draw) {
    for (String municipality : Set.copyOf(RandomDraw.MUNICIPALITIES)) {
      for (int area = 1; area <= 3; area++) {
        draw.add(
            "geografi",
            "deso",
            deso(municipality, area),
            "regso",
            municipality + "R00" + (area + 1) / 2,
            "kommun",
            municipality,
            "kommun_namn",
            "Kommun " + municipality,
            "deso_version",
            2018);
      }
    }
    new RandomAnchor(draw).addAll();
  }

  /** The fourth area of a municipality is in no list. */
  private static String deso(String municipality, int area) {
    return municipality + "A00" + area + "0";
  }

  private static void addPerson(RandomDraw draw, RandomCodes codes, String person) {
    String home = draw.municipality();
    if (!draw.chance(0.01)) {
      home = new RandomLife(draw, person, home).addAll(FIRST_YEAR, draw.asOf().getYear() - 1);
    }
    new RandomCare(draw, codes, person).addAll();
    new RandomServices(draw, person, home).addAll();
  }

  /** Three persons of a row in the list share a household. */
  static String householdOf(String person) {
    return "h" + Integer.parseInt(person.substring(1)) / 3;
  }

  /**
   * The same region with these households and nobody else. Persons who are not in the register are
   * left out too: among so few, their rows would make a night stop at the link rate.
   */
  RandomPersons only(Collection<String> households) {
    Set<String> kept = new HashSet<>();
    for (Map<String, String> row : tables.get("rtb_bef")) {
      String person = row.getOrDefault("lopnr", "");
      if (person.equals(RandomAnchor.PERSON) || households.contains(householdOf(person))) {
        kept.add(person);
      }
    }
    Map<String, List<Map<String, String>>> fewer = new TreeMap<>();
    tables.forEach(
        (table, rows) ->
            fewer.put(
                table,
                rows.stream()
                    .filter(row -> !row.containsKey("lopnr") || kept.contains(row.get("lopnr")))
                    .toList()));
    return new RandomPersons(seed, asOf, fewer);
  }

  static @Nullable String desoOf(RandomDraw draw, String municipality) {
    return draw.chance(0.05) ? null : deso(municipality, draw.between(1, 4));
  }

  /** The same region without one table. */
  RandomPersons without(String table) {
    Map<String, List<Map<String, String>>> fewer = new TreeMap<>(tables);
    fewer.remove(table);
    return new RandomPersons(seed, asOf, fewer);
  }

  /** The same region where one municipality sent nothing of one table. */
  RandomPersons without(String table, String municipality) {
    Map<String, List<Map<String, String>>> fewer = new TreeMap<>(tables);
    fewer.put(
        table,
        tables.get(table).stream().filter(row -> !municipality.equals(row.get("kommun"))).toList());
    return new RandomPersons(seed, asOf, fewer);
  }

  /** One file for each table, in a dialect that depends on the seed and the table. */
  void writeTo(Path inbox) throws IOException {
    for (Map.Entry<String, List<Map<String, String>>> table : tables.entrySet()) {
      Random random = new Random(seed * 31 + table.getKey().hashCode());
      String delimiter = List.of(";", ",", "\t").get(random.nextInt(3));
      String lineBreak = random.nextBoolean() ? "\n" : "\r\n";
      boolean isZipped = random.nextInt(4) == 0;
      Charset charset =
          random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
      Path file = inbox.resolve(table.getKey()).resolve("drawn" + (isZipped ? ".csv.gz" : ".csv"));
      Files.createDirectories(file.getParent());
      try (OutputStream plain = Files.newOutputStream(file);
          OutputStream stream = isZipped ? new GZIPOutputStream(plain) : plain) {
        stream.write(text(table.getValue(), delimiter, lineBreak).getBytes(charset));
      }
    }
  }

  private static String text(List<Map<String, String>> rows, String delimiter, String lineBreak) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    StringBuilder text = new StringBuilder(String.join(delimiter, columns)).append(lineBreak);
    Map<String, String> quoted = new HashMap<>();
    for (Map<String, String> row : rows) {
      String separator = "";
      for (String column : columns) {
        text.append(separator)
            .append(
                quoted.computeIfAbsent(
                    row.getOrDefault(column, ""), value -> quoted(value, delimiter)));
        separator = delimiter;
      }
      text.append(lineBreak);
    }
    return text.toString();
  }

  private static String quoted(String value, String delimiter) {
    return value.contains(delimiter) || value.contains("\"")
        ? '"' + value.replace("\"", "\"\"") + '"'
        : value;
  }
}
