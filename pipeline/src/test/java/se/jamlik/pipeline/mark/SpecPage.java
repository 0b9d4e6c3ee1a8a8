package se.jamlik.pipeline.mark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Definitions;

/**
 * One page of worked examples: given rows of delivered tables, and what each person must give.
 *
 * @param id of the indicator
 * @param given rows by the contract's name of their table; a cell of several values is several rows
 * @param expected in the order of the page
 */
record SpecPage(String id, Map<String, List<Map<String, String>>> given, List<Expected> expected) {
  private static final String GIVEN = "### ";
  private static final String EXPECTED = "## Väntat ";
  private static final String SEVERAL = ", ";

  /**
   * What a person must give in a period.
   *
   * @param numerator a number, a fraction, or the dash of a person who is not in the population
   */
  record Expected(String period, String person, String numerator, String denominator) {
    static final String NOT_COUNTED = "–";

    boolean isCounted() {
      return !numerator.equals(NOT_COUNTED);
    }

    Expected withNumerator(String other) {
      return new Expected(period, person, other, denominator);
    }

    Expected withDenominator(String other) {
      return new Expected(period, person, numerator, other);
    }
  }

  /** The pages of {@code definitions/spec} in alphabetical order. */
  static List<SpecPage> all() {
    try (Stream<Path> files =
        Files.list(Path.of(Definitions.class.getResource("/definitions/spec").toURI()))) {
      return files
          .filter(file -> !file.endsWith("README.md"))
          .sorted()
          .map(SpecPage::page)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SpecPage page(Path file) {
    try {
      return read(file.getFileName().toString().replace(".md", ""), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a page of Markdown. */
  static SpecPage read(String id, String markdown) {
    Map<String, List<Map<String, String>>> given = new LinkedHashMap<>();
    List<Expected> expected = new ArrayList<>();
    String heading = "";
    List<String> columns = List.of();
    for (String line : markdown.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        heading = line;
      } else if (!line.startsWith("|")) {
        columns = List.of();
      } else if (columns.isEmpty()) {
        columns = cells(line);
      } else if (!line.startsWith("|-") && heading.startsWith(GIVEN)) {
        String table = heading.substring(GIVEN.length());
        given
            .computeIfAbsent(table, name -> new ArrayList<>())
            .addAll(single(row(columns, cells(line))));
      } else if (!line.startsWith("|-") && heading.startsWith(EXPECTED)) {
        Map<String, String> row = row(columns, cells(line));
        String period = heading.substring(EXPECTED.length());
        expected.add(
            new Expected(period, row.get("lopnr"), row.get("täljare"), row.get("nämnare")));
      }
    }
    return new SpecPage(id, given, expected);
  }

  /** Everybody with a row of the population. */
  List<String> persons() {
    return given.getOrDefault("rtb_bef", List.of()).stream()
        .map(row -> row.get("lopnr"))
        .distinct()
        .toList();
  }

  /** A person's name on the page, and the page's, since all pages are computed together. */
  String pseudonym(String person) {
    return id + "/" + person;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private static Map<String, String> row(List<String> columns, List<String> cells) {
    if (columns.size() != cells.size()) {
      throw new IllegalStateException("%s has a row of %s".formatted(columns, cells));
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int place = 0; place < columns.size(); place++) {
      row.put(columns.get(place), cells.get(place));
    }
    return row;
  }

  /** A row for each of the values of a cell that holds several. */
  private static List<Map<String, String>> single(Map<String, String> row) {
    for (Map.Entry<String, String> cell : row.entrySet()) {
      List<String> values = List.of(cell.getValue().split(SEVERAL, -1));
      if (values.size() > 1) {
        return values.stream()
            .map(
                value -> {
                  Map<String, String> one = new LinkedHashMap<>(row);
                  one.put(cell.getKey(), value);
                  return one;
                })
            .flatMap(one -> single(one).stream())
            .toList();
      }
    }
    return List.of(row);
  }
}
