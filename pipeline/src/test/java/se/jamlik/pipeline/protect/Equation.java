package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.protect.PublishedNight.Place;

/**
 * A whole and its parts, as anybody knows them who knows the tables: margins within a table, and
 * what one table says of another.
 */
record Equation(Place whole, List<Place> parts) {
  /** The groups of the two ways that are no group of both, by the ages between their limits. */
  private static final Map<String, List<String>> AGES_BETWEEN =
      Map.ofEntries(
          Map.entry("0-17", List.of("0-9", "10-17")),
          Map.entry("10-19", List.of("10-17", "18-19")),
          Map.entry("18-44", List.of("18-19", "20-29", "30-39", "40-44")),
          Map.entry("40-49", List.of("40-44", "45-49")),
          Map.entry("45-64", List.of("45-49", "50-59", "60-64")),
          Map.entry("60-69", List.of("60-64", "65-69")),
          Map.entry("65-74", List.of("65-69", "70-74")),
          Map.entry("70-79", List.of("70-74", "75-79")),
          Map.entry("75-84", List.of("75-79", "80-84")),
          Map.entry("80-89", List.of("80-84", "85-89")),
          Map.entry("85+", List.of("85-89", "90+")));

  Equation {
    parts = List.copyOf(parts);
  }

  /** All equations among the counts that are published. */
  static List<Equation> among(PublishedNight night) {
    Set<Place> published = night.printed().keySet();
    Stream<Equation> withinTables =
        Stream.concat(
                Stream.of(PublishedNight.RESIDENTS, "MM2", "MM3"), PublishedNight.NUMBERS.stream())
            .flatMap(Equation::margins);
    Stream<Equation> betweenTables =
        published.stream()
            .filter(place -> place.what().equals(PublishedNight.RESIDENTS))
            .map(Place::cell)
            .filter(PublishedNight::hasNumbers)
            .flatMap(cell -> betweenTables(cell).stream());
    return Stream.concat(withinTables, betweenTables)
        .flatMap(equation -> equation.among(published))
        .toList();
  }

  /**
   * What two ways of dividing ages say of each other, by ages that are not published: who is 10 to
   * 17 is of the group 0-17 and of the group 10-19.
   */
  static List<Equation> ofOverlappingAges() {
    List<Equation> equations = new ArrayList<>();
    for (String what : List.of(PublishedNight.RESIDENTS, "MM2")) {
      for (String area : areas()) {
        AGES_BETWEEN.forEach(
            (whole, parts) ->
                equations.add(
                    sum(
                        what,
                        PublishedNight.cell(area, Cell.ALL, whole, Cell.ALL),
                        parts.stream()
                            .map(age -> PublishedNight.cell(area, Cell.ALL, age, Cell.ALL)))));
      }
    }
    return equations;
  }

  /** Without the groups that nobody belongs to; nothing where no such whole is published. */
  private Stream<Equation> among(Set<Place> published) {
    List<Place> there = parts.stream().filter(published::contains).toList();
    return published.contains(whole) && !there.isEmpty()
        ? Stream.of(new Equation(whole, there))
        : Stream.empty();
  }

  /** All places of the equation, the whole first. */
  List<Place> places() {
    return Stream.concat(Stream.of(whole), parts.stream()).toList();
  }

  private static List<Equation> betweenTables(Cell cell) {
    return List.of(
        of(cell, PublishedNight.RESIDENTS, "0", "1", "MM2"),
        of(cell, "MM2", "2", "MM3"),
        of(cell, "MM3", "3", "4", "5+"));
  }

  private static Equation of(Cell cell, String whole, String... parts) {
    return new Equation(
        new Place(whole, cell), Stream.of(parts).map(part -> new Place(part, cell)).toList());
  }

  private static Stream<Equation> margins(String what) {
    List<Equation> margins = new ArrayList<>(ofPopulation(what));
    for (String area : areas()) {
      Cell whole = PublishedNight.cell(area, Cell.ALL, Cell.ALL, Cell.ALL);
      margins.add(sum(what, whole, bySex(area, Cell.ALL)));
      margins.add(sum(what, whole, byAge(area, Cell.ALL)));
      margins.add(sum(what, whole, byQuintile(area, Cell.ALL, Cell.ALL)));
    }
    String scope = Cell.SCOPE;
    for (String sex : Town.SEXES) {
      Cell whole = PublishedNight.cell(scope, sex, Cell.ALL, Cell.ALL);
      margins.add(sum(what, whole, byQuintile(scope, sex, Cell.ALL)));
      margins.add(sum(what, whole, byMunicipality(sex, Cell.ALL, Cell.ALL)));
    }
    for (String age : Town.AGE_GROUPS) {
      Cell whole = PublishedNight.cell(scope, Cell.ALL, age, Cell.ALL);
      margins.add(sum(what, whole, byQuintile(scope, Cell.ALL, age)));
      margins.add(sum(what, whole, byMunicipality(Cell.ALL, age, Cell.ALL)));
    }
    for (String quintile : Town.QUINTILES) {
      Cell whole = PublishedNight.cell(scope, Cell.ALL, Cell.ALL, quintile);
      margins.add(sum(what, whole, bySex(scope, quintile)));
      margins.add(sum(what, whole, byAge(scope, quintile)));
      margins.add(sum(what, whole, byMunicipality(Cell.ALL, Cell.ALL, quintile)));
    }
    Cell all = PublishedNight.cell(scope, Cell.ALL, Cell.ALL, Cell.ALL);
    margins.add(sum(what, all, byMunicipality(Cell.ALL, Cell.ALL, Cell.ALL)));
    return margins.stream();
  }

  /** The margins of table population: area by sex by ten years of age. */
  private static List<Equation> ofPopulation(String what) {
    List<Equation> margins = new ArrayList<>();
    for (String area : areas()) {
      for (String sex : List.of(Cell.ALL, "women", "men")) {
        Cell whole = PublishedNight.cell(area, sex, Cell.ALL, Cell.ALL);
        margins.add(
            sum(
                what,
                whole,
                Town.TEN_YEARS.stream().map(age -> PublishedNight.cell(area, sex, age, Cell.ALL))));
      }
      for (String age : Town.TEN_YEARS) {
        Cell whole = PublishedNight.cell(area, Cell.ALL, age, Cell.ALL);
        margins.add(
            sum(
                what,
                whole,
                Town.SEXES.stream().map(sex -> PublishedNight.cell(area, sex, age, Cell.ALL))));
      }
    }
    for (String age : Town.TEN_YEARS) {
      for (String sex : List.of(Cell.ALL, "women", "men")) {
        Cell whole = PublishedNight.cell(Cell.SCOPE, sex, age, Cell.ALL);
        margins.add(sum(what, whole, byMunicipality(sex, age, Cell.ALL)));
      }
    }
    return margins;
  }

  private static List<String> areas() {
    return Stream.concat(Stream.of(Cell.SCOPE), Town.MUNICIPALITIES.stream()).toList();
  }

  private static Equation sum(String what, Cell whole, Stream<Cell> parts) {
    return new Equation(new Place(what, whole), parts.map(part -> new Place(what, part)).toList());
  }

  private static Stream<Cell> bySex(String area, String quintile) {
    return Town.SEXES.stream().map(sex -> PublishedNight.cell(area, sex, Cell.ALL, quintile));
  }

  private static Stream<Cell> byAge(String area, String quintile) {
    return Town.AGE_GROUPS.stream().map(age -> PublishedNight.cell(area, Cell.ALL, age, quintile));
  }

  private static Stream<Cell> byQuintile(String area, String sex, String age) {
    return Town.QUINTILES.stream().map(one -> PublishedNight.cell(area, sex, age, one));
  }

  private static Stream<Cell> byMunicipality(String sex, String age, String quintile) {
    return Town.MUNICIPALITIES.stream().map(area -> PublishedNight.cell(area, sex, age, quintile));
  }
}
