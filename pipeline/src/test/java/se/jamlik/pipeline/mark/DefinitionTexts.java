package se.jamlik.pipeline.mark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/**
 * All SQL that epidemiologists edit.
 *
 * @param byPlace the text of each file of SQL and of each part of an indicator, such as {@code
 *     facts/hfrs} and {@code indicators/MM2 population}
 */
record DefinitionTexts(SortedMap<String, String> byPlace) {
  static final String DERIVED = "derived/";
  static final String FACTS = "facts/";
  static final String COMBINED = "combined/";
  private static final String INDICATORS = "indicators/";
  private static final String POPULATION = " population";
  private static final String NUMERATOR = " numerator";
  private static final String DENOMINATOR = " denominator";

  DefinitionTexts {
    byPlace = Collections.unmodifiableSortedMap(new TreeMap<>(byPlace));
  }

  static DefinitionTexts of(Definitions definitions) {
    SortedMap<String, String> texts = new TreeMap<>();
    definitions.derived().forEach((name, text) -> texts.put(DERIVED + name, text));
    definitions.facts().forEach((name, text) -> texts.put(FACTS + name, text));
    definitions.combined().forEach((name, text) -> texts.put(COMBINED + name, text));
    for (IndicatorDefinition indicator : definitions.indicators()) {
      String place = INDICATORS + indicator.id();
      texts.put(place + POPULATION, indicator.population());
      texts.put(place + NUMERATOR, indicator.numerator());
      texts.put(place + DENOMINATOR, indicator.denominator());
    }
    return new DefinitionTexts(texts);
  }

  /** The texts with a mistake among them. */
  DefinitionTexts with(Mutant mutant) {
    SortedMap<String, String> texts = new TreeMap<>(byPlace);
    texts.put(mutant.place(), mutant.text());
    return new DefinitionTexts(texts);
  }

  /** Every text with every mistake. */
  List<Mutant> mutants() {
    List<Mutant> mutants = new ArrayList<>();
    byPlace.forEach(
        (place, text) ->
            mutants.addAll(
                place.endsWith(POPULATION)
                    ? Mutant.ofCondition(place, text)
                    : Mutant.of(place, text)));
    return mutants;
  }

  /** The places in a folder, in alphabetical order. */
  List<String> placesIn(String folder) {
    return byPlace.keySet().stream().filter(place -> place.startsWith(folder)).toList();
  }

  /** The name of what is defined in a place: that of the file. */
  static String name(String place) {
    return place.substring(place.indexOf('/') + 1);
  }

  /** Where the population, the numerator and the denominator of an indicator stand. */
  List<String> placesOf(String indicator) {
    String place = INDICATORS + indicator;
    return List.of(place + POPULATION, place + NUMERATOR, place + DENOMINATOR);
  }

  String text(String place) {
    String text = byPlace.get(place);
    if (text == null) {
      throw new IllegalArgumentException("No text " + place);
    }
    return text;
  }
}
