package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.QualityWarning;
import se.jamlik.reports.words.Texts;

/** What the checks of the registers have warned of, in which of them and when. */
record QualitySection(Desk desk) {
  /** The most warnings of one page; the others are in the release. */
  private static final int ROWS = 20;

  /** Periods and municipalities that are named before the rest is counted. */
  private static final int PLACES = 4;

  Section section() {
    String heading = desk.say("method.quality.heading");
    Optional<List<QualityWarning>> told = desk.release().qualityWarnings();
    if (told.isEmpty()) {
      return Section.text(heading, desk.say("method.quality.none"));
    }
    List<List<QualityWarning>> warnings = warnings(told.get());
    String text = desk.say("method.quality.text");
    if (warnings.isEmpty()) {
      return Section.text(heading, text + " " + desk.say("method.quality.good"));
    }
    return new Section(
        heading,
        List.of(text + " " + desk.say("method.quality.some")),
        List.of(),
        List.of(),
        List.of(table(warnings)),
        List.of(),
        List.of());
  }

  /** Those of one check together; in the report of a municipality not those of another one. */
  private List<List<QualityWarning>> warnings(List<QualityWarning> all) {
    Map<List<String>, List<QualityWarning>> byCheck =
        all.stream()
            .filter(warning -> desk.place().isScope() || concerns(warning, desk.place()))
            .collect(
                Collectors.groupingBy(
                    warning ->
                        List.of(
                            warning.table(), warning.column(), warning.problemIn(desk.language())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return List.copyOf(byCheck.values());
  }

  private static boolean concerns(QualityWarning warning, Area place) {
    return warning.municipality().equals(QualityWarning.ALL)
        || warning.municipality().equals(place.code());
  }

  private Table table(List<List<QualityWarning>> warnings) {
    List<Table.Row> rows =
        warnings.stream()
            .sorted(Comparator.comparingDouble(QualitySection::largest).reversed())
            .limit(ROWS)
            .sorted(Comparator.comparing(QualitySection::register))
            .map(this::row)
            .toList();
    List<String> notes = new ArrayList<>();
    notes.add(desk.say("method.quality.note"));
    if (warnings.size() > ROWS) {
      notes.add(desk.say("method.quality.more", "number", warnings.size() - ROWS));
    }
    return new Table(
        desk.tableLabel("quality"),
        desk.say("method.quality.caption"),
        "quality",
        List.of(
            Table.Heading.text(desk.say("column.table")),
            new Table.Heading(desk.say("column.problem"), "t problem"),
            Table.Heading.text(desk.say("column.when")),
            Table.Heading.number(desk.say("column.share"))),
        rows,
        notes);
  }

  private Table.Row row(List<QualityWarning> warnings) {
    QualityWarning one = warnings.get(0);
    String column = one.column().equals(QualityWarning.ALL) ? "" : " (" + one.column() + ")";
    return Table.Row.of(
        desk.tableName(one.table()),
        List.of(
            TableCell.text(Texts.capitalised(one.problemIn(desk.language())) + column),
            TableCell.text(places(warnings)),
            TableCell.number(desk.numbers().of(largest(warnings), 1))));
  }

  /** "Umeå 2020-12, 2021-01, Vännäs 2021-12": each municipality once, with its times. */
  private String places(List<QualityWarning> warnings) {
    List<String> places = new ArrayList<>();
    Map<String, TreeSet<String>> times = new TreeMap<>();
    for (QualityWarning warning : warnings) {
      TreeSet<String> known = times.computeIfAbsent(municipality(warning), any -> new TreeSet<>());
      if (!warning.period().equals(QualityWarning.ALL)) {
        known.add(warning.period());
      }
    }
    // A municipality's own rows tell more than those of all together.
    if (times.size() > 1) {
      times.remove("");
    }
    times.forEach(
        (municipality, periods) -> {
          if (periods.isEmpty() && !municipality.isEmpty()) {
            places.add(municipality);
          }
          for (String period : periods) {
            boolean isFirst = period.equals(periods.first()) && !municipality.isEmpty();
            places.add(isFirst ? municipality + " " + period : period);
          }
        });
    if (places.isEmpty()) {
      return desk.say("method.quality.always");
    }
    String named = places.stream().limit(PLACES).collect(Collectors.joining(", "));
    int more = places.size() - PLACES;
    return more <= 0 ? named : desk.say("method.quality.places", "places", named, "number", more);
  }

  private String municipality(QualityWarning warning) {
    return warning.municipality().equals(QualityWarning.ALL)
        ? ""
        : desk.release().municipalities().stream()
            .filter(area -> area.code().equals(warning.municipality()))
            .map(Area::name)
            .findFirst()
            .orElse(warning.municipality());
  }

  private static String register(List<QualityWarning> warnings) {
    return warnings.get(0).table();
  }

  private static double largest(List<QualityWarning> warnings) {
    return warnings.stream().mapToDouble(QualityWarning::share).max().orElse(0);
  }
}
