package se.jamlik.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Release;

/**
 * Reads the numbers of a line in the table of sentences, such as {@code whole q1 30±2, Byn 25±1,
 * whole years 10 11 12 13 14 ±1, Byn ages 3 12 33 56 74 83 ±2, Byn residents 800}.
 *
 * <p>A value is of 2025 and standardised, but that of an age group is crude. {@code 30±2} lies
 * between 28 and 32, {@code 30} has no interval, {@code (30±2)} is suppressed, and {@code ?} is not
 * computed.
 */
record ToldNumbers(String indicator, String marks) {

  /** The cells of a line; the scope has a row for each year, as every release has. */
  List<ToldCell> cells(String numbers) {
    Map<Group, ToldCell> cells = new LinkedHashMap<>();
    for (String year : ToldRelease.YEARS) {
      put(cells, ToldCell.notComputed(Group.of(indicator, year)));
    }
    for (String part : numbers.split(", ", -1)) {
      List<String> words = List.of(part.trim().split(" ", -1));
      part(area(words.get(0)), words.subList(1, words.size())).forEach(cell -> put(cells, cell));
    }
    return List.copyOf(cells.values());
  }

  private void put(Map<Group, ToldCell> cells, ToldCell cell) {
    cells.put(cell.group(), marked(cell));
  }

  private static Area area(String name) {
    return new Area(name.equals("whole") ? Area.SCOPE_CODE : name, name);
  }

  private List<ToldCell> part(Area area, List<String> words) {
    String first = words.get(0);
    List<String> rest = words.subList(1, words.size());
    Group now = Group.of(indicator, "2025").in(area);
    if (first.equals("residents")) {
      return List.of(
          ToldCell.shown(now, Estimate.of(20, 19, 21)).of(Double.parseDouble(rest.get(0))));
    }
    if (first.equals("years")) {
      List<Group> groups =
          ToldRelease.YEARS.stream()
              .map(year -> Group.of(indicator, year).in(area).standardised())
              .toList();
      return each(groups, rest);
    }
    if (first.equals("ages")) {
      boolean isOfQuintile = rest.get(0).startsWith("q");
      List<Group> groups =
          Release.AGE_GROUPS.stream()
              .map(now::aged)
              .map(group -> isOfQuintile ? group.ofQuintile(quintile(rest.get(0))) : group)
              .toList();
      return each(groups, isOfQuintile ? rest.subList(1, rest.size()) : rest);
    }
    if (first.startsWith("q")) {
      return each(List.of(now.ofQuintile(quintile(first)).standardised()), rest);
    }
    return each(List.of(now.standardised()), words);
  }

  private static int quintile(String word) {
    return Integer.parseInt(word.substring(1));
  }

  /** One value for each group; a last word such as ±2 is the half-width of all. */
  private static List<ToldCell> each(List<Group> groups, List<String> values) {
    String last = values.get(values.size() - 1);
    String width = last.startsWith("±") ? last : "";
    List<ToldCell> cells = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      cells.add(cell(groups.get(i), values.get(i) + width));
    }
    return cells;
  }

  private static ToldCell cell(Group group, String value) {
    if (value.startsWith("?")) {
      return ToldCell.notComputed(group);
    }
    if (value.startsWith("(")) {
      return cell(group, value.replaceAll("[()]", "")).suppressed();
    }
    List<Double> numbers = Stream.of(value.split("±", -1)).map(Double::parseDouble).toList();
    double middle = numbers.get(0);
    return ToldCell.shown(
        group,
        numbers.size() == 1
            ? Estimate.of(middle)
            : Estimate.of(middle, middle - numbers.get(1), middle + numbers.get(1)));
  }

  private ToldCell marked(ToldCell cell) {
    ToldCell told = cell;
    if (marks.contains("preliminary")) {
      told = told.preliminary();
    }
    if (marks.contains("warned")) {
      told = told.warned();
    }
    return marks.contains("short") ? told.withShortLookBack() : told;
  }
}
