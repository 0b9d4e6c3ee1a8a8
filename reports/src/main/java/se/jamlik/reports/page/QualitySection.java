package se.jamlik.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                    warning -> List.of(warning.table(), warning.column(), problem(warning)),
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
            TableCell.text(Texts.capitalised(problem(one)) + column),
            TableCell.text(places(warnings)),
            TableCell.number(desk.numbers().of(largest(warnings), 1))));
  }

  private String problem(QualityWarning warning) {
    return switch (desk.language()) {
      case SV -> warning.problemInSwedish();
      case EN -> warning.problemInEnglish();
    };
  }

  private String places(List<QualityWarning> warnings) {
    TreeSet<String> places = new TreeSet<>();
    warnings.stream().map(this::place).filter(place -> !place.isEmpty()).forEach(places::add);
    if (places.isEmpty()) {
      return desk.say("method.quality.always");
    }
    String named = places.stream().limit(PLACES).collect(Collectors.joining(", "));
    int more = places.size() - PLACES;
    return more <= 0 ? named : desk.say("method.quality.places", "places", named, "number", more);
  }

  private String place(QualityWarning warning) {
    String municipality =
        desk.release().municipalities().stream()
            .filter(area -> area.code().equals(warning.municipality()))
            .map(Area::name)
            .findFirst()
            .orElse(warning.municipality());
    return Stream.of(municipality, warning.period())
        .filter(word -> !word.equals(QualityWarning.ALL))
        .collect(Collectors.joining(" "));
  }

  private static String register(List<QualityWarning> warnings) {
    return warnings.get(0).table();
  }

  private static double largest(List<QualityWarning> warnings) {
    return warnings.stream().mapToDouble(QualityWarning::share).max().orElse(0);
  }
}
