package se.jamlik.pipeline.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What does not make sense in the definitions, each problem with its file. */
final class DefinitionProblems {
  private static final List<String> MULTIPLIED = List.of("%", "per 1 000", "per 100 000");

  private DefinitionProblems() {}

  static List<String> of(Definitions definitions) {
    return Stream.of(
            definitions.tables().stream().flatMap(table -> ofTable(table).stream()),
            definitions.shapes().stream()
                .flatMap(shape -> ShapeProblems.of(shape, definitions).stream()),
            definitions.codeLists().values().stream().flatMap(list -> ofCodeList(list).stream()),
            definitions.indicators().stream()
                .flatMap(indicator -> ofIndicator(indicator, definitions).stream()),
            definitions.quality().stream()
                .flatMap(rule -> QualityRuleProblems.of(rule, definitions).stream()))
        .flatMap(Function.identity())
        .sorted()
        .toList();
  }

  private static List<String> ofTable(TableDefinition table) {
    List<String> problems = new ArrayList<>();
    Stream.concat(table.key().stream(), Stream.ofNullable(table.event()))
        .filter(name -> table.column(name).isEmpty())
        .map(name -> "tables/%s.yaml: no column %s".formatted(table.table(), name))
        .forEach(problems::add);
    return problems;
  }

  private static List<String> ofCodeList(CodeList list) {
    List<String> problems = new ArrayList<>();
    if (!list.saysHowToMatch()) {
      problems.add(
          "codelists/%s.csv: the header's '%s' is missing or unknown (expected '%s' or '%s')"
              .formatted(list.id(), CodeList.MATCH, CodeList.LONGEST_PREFIX, CodeList.ANY_PREFIX));
    }
    if (!list.isOfKnownCodes()) {
      problems.add(
          "codelists/%s.csv: the header's '%s' is unknown (expected '%s' or '%s')"
              .formatted(list.id(), CodeList.CODES, CodeList.ICD_10, CodeList.ATC));
    }
    return problems;
  }

  private static List<String> ofIndicator(IndicatorDefinition indicator, Definitions definitions) {
    List<String> problems = new ArrayList<>();
    String file = "indicators/" + indicator.id() + ".yaml: ";
    for (String language : List.of("sv", "en")) {
      if (indicator.name().getOrDefault(language, "").isBlank()) {
        problems.add(file + "no name in " + language);
      }
      if (indicator.question().getOrDefault(language, "").isBlank()) {
        problems.add(file + "no question in " + language);
      }
    }
    for (String part : List.of("numerator", "denominator")) {
      if (indicator.counted().getOrDefault(part, "").isBlank()) {
        problems.add(file + "the " + part + " is not told in words");
      }
    }
    if (indicator.multiplier() == 1 && MULTIPLIED.contains(indicator.unit())) {
      problems.add(file + "unit " + indicator.unit() + " with multiplier 1");
    }
    problems.addAll(ofShare(indicator).stream().map(file::concat).toList());
    problems.addAll(ofKolada(indicator, definitions).stream().map(file::concat).toList());
    indicator.codeLists().stream()
        .filter(id -> !definitions.codeLists().containsKey(id))
        .map(id -> file + "no code list " + id)
        .forEach(problems::add);
    Stream.concat(indicator.needs().stream(), indicator.needsOfMunicipality().stream())
        .filter(id -> definitions.tables().stream().noneMatch(table -> table.table().equals(id)))
        .map(id -> file + "no delivered table " + id)
        .forEach(problems::add);
    return problems;
  }

  /** A key figure is that of one indicator alone, so that its values are known by its id. */
  private static List<String> ofKolada(IndicatorDefinition indicator, Definitions definitions) {
    IndicatorDefinition.Kolada kolada = indicator.kolada();
    if (kolada == null) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    if (!kolada.id().matches("[NU][0-9]{5}") || kolada.years() < 0) {
      problems.add("kolada is no key figure (expected an id such as N21701, and years from 1)");
    }
    boolean isOfOthersToo =
        definitions.indicators().stream()
            .filter(other -> !other.id().equals(indicator.id()))
            .flatMap(other -> Stream.ofNullable(other.kolada()))
            .anyMatch(other -> other.id().equals(kolada.id()));
    if (isOfOthersToo) {
      problems.add("kolada " + kolada.id() + " is named by another indicator too");
    }
    return problems;
  }

  private static List<String> ofShare(IndicatorDefinition indicator) {
    List<String> problems = new ArrayList<>();
    boolean isShare = indicator.kind() == IndicatorDefinition.Kind.SHARE;
    boolean hasTop = indicator.topPercent() > 0 && indicator.topPercent() < 100;
    if (isShare != hasTop) {
      problems.add("top-percent is not that of a share (expected 1 to 99 for a share, else none)");
    }
    if (isShare && !indicator.numerator().equals(indicator.denominator())) {
      problems.add("a share of something else (expected numerator and denominator alike)");
    }
    if (isShare && indicator.isPooled()) {
      problems.add("a share cannot be pooled (expected another kind)");
    }
    return problems;
  }
}
