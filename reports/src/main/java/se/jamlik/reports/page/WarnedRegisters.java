package se.jamlik.reports.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.reports.release.LinkRate;
import se.jamlik.reports.release.QualityWarning;
import se.jamlik.reports.words.Measure;

/** Which registers behind some measures a check has warned of, and how many of their rows link. */
record WarnedRegisters(Desk desk) {
  /** Registers that are named before the rest is counted. */
  private static final int NAMED = 3;

  /** The measures whose names stand among marked names: the longest that fits each. */
  List<Measure> measures(List<String> markedNames) {
    List<Measure> all =
        desk.release().indicators().stream()
            .map(indicator -> new Measure(indicator, desk.texts()))
            .sorted(Comparator.comparingInt((Measure m) -> m.heading().length()).reversed())
            .toList();
    return markedNames.stream()
        .map(name -> all.stream().filter(m -> name.startsWith(m.heading())).findFirst())
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The text of a key; with the registers where the release tells them. */
  String note(String key, List<Measure> measures) {
    List<String> registers = registers(measures).stream().map(this::named).toList();
    if (registers.isEmpty()) {
      return desk.say(key);
    }
    List<String> named = registers.stream().limit(NAMED).toList();
    int more = registers.size() - named.size();
    return desk.say(
        key + ".named",
        "registers",
        String.join(", ", named) + (more > 0 ? desk.say("note.quality.more", "number", more) : ""));
  }

  /** The worst warning of each register: in the report's year or, where none is, in any year. */
  private List<QualityWarning> registers(List<Measure> measures) {
    Set<String> tables =
        measures.stream()
            .flatMap(measure -> measure.indicator().tables().stream())
            .collect(Collectors.toSet());
    List<QualityWarning> warnings =
        desk.release().qualityWarnings().orElse(List.of()).stream()
            .filter(warning -> tables.contains(warning.table()))
            .filter(this::concernsThePlace)
            .toList();
    String year = String.valueOf(desk.period().lastDay().getYear());
    List<QualityWarning> ofYear =
        warnings.stream()
            .filter(
                warning ->
                    warning.period().startsWith(year) || isOnlyToldOfAllYears(warning, warnings))
            .toList();
    Map<String, QualityWarning> worst = new TreeMap<>();
    for (QualityWarning warning : ofYear.isEmpty() ? warnings : ofYear) {
      worst.merge(warning.table(), warning, (a, b) -> a.share() >= b.share() ? a : b);
    }
    return List.copyOf(worst.values());
  }

  private boolean concernsThePlace(QualityWarning warning) {
    return desk.place().isScope()
        || warning.municipality().equals(QualityWarning.ALL)
        || warning.municipality().equals(desk.place().code());
  }

  /** What is told of all years together, and of none of them, is told of the register as such. */
  private static boolean isOnlyToldOfAllYears(
      QualityWarning warning, List<QualityWarning> warnings) {
    return warning.period().equals(QualityWarning.ALL)
        && warnings.stream()
            .filter(other -> other.table().equals(warning.table()))
            .filter(other -> other.problemInSwedish().equals(warning.problemInSwedish()))
            .allMatch(other -> other.period().equals(QualityWarning.ALL));
  }

  /** "Slutenvård (diagnosen är ingen kod i ICD-10-SE; 96,5 % av raderna länkade)". */
  private String named(QualityWarning warning) {
    String table = warning.table();
    String name = desk.texts().find("table." + table).orElse(table);
    Optional<String> linked =
        linked(table)
            .map(share -> desk.say("note.quality.linked", "share", desk.numbers().of(share, 1)));
    return Stream.concat(Stream.of(warning.problemIn(desk.language())), linked.stream())
        .collect(Collectors.joining("; ", name + " (", ")"));
  }

  /** Of a municipality's own deliveries where it delivers, else of the whole register. */
  private Optional<Double> linked(String table) {
    List<LinkRate> rates =
        desk.release().linkRates().stream().filter(rate -> rate.table().equals(table)).toList();
    List<LinkRate> own =
        rates.stream().filter(rate -> rate.municipality().equals(desk.place().code())).toList();
    List<LinkRate> told = own.isEmpty() ? rates : own;
    double rows = told.stream().mapToDouble(LinkRate::rows).sum();
    return rows > 0
        ? Optional.of(100 * told.stream().mapToDouble(LinkRate::rowsLinked).sum() / rows)
        : Optional.empty();
  }
}
