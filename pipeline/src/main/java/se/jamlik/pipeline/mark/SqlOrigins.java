package se.jamlik.pipeline.mark;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.jamlik.pipeline.kept.KeptTable;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.kept.Place;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * What the pieces of a file of SQL are made from: its text, and of all that its words may name, the
 * rows, settings and code lists within its reach.
 */
record SqlOrigins(Definitions definitions, Settings settings, Coverage coverage, Slicing slicing) {
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> CODE_TABLES = Set.of("code_mask", "code_group", "group_bit");

  /** All words of a text but those of its comments: whatever table it names is among them. */
  static Set<String> words(String text) {
    return WORD.matcher(COMMENT.matcher(text).replaceAll(" "))
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .collect(toSet());
  }

  /** The origin of each place of what the file gives. */
  Map<Place, Origin> of(String file, String text, Map<String, TableInParts> tables) {
    Reach reach = Reach.of(file, text);
    Set<String> words = words(text);
    Origin ofAll =
        Origin.NOTHING
            .with("definition " + file, Sha256.of(text))
            .withAll(settings(words))
            .withAll(codeLists(words));
    Map<Place, Origin> origins = new HashMap<>();
    for (Place place : KeptTable.places(settings.buckets())) {
      Origin origin = ofAll.withAll(calendar(words, reach, place));
      for (Map.Entry<String, TableInParts> table : tables.entrySet()) {
        if (words.contains(table.getKey())) {
          origin =
              origin.with(
                  "linked " + table.getKey(),
                  table.getValue().content(seen -> reach.sees(seen, place)));
        }
      }
      origins.put(place, origin);
    }
    return origins;
  }

  /** The settings that some words name: the columns of the tables of choices are settings. */
  SortedMap<String, Object> settings(Set<String> words) {
    SortedMap<String, Object> named = new TreeMap<>();
    settings
        .byName()
        .forEach(
            (name, value) -> {
              if (words.contains(tableOf(name))) {
                named.put("setting " + name, value);
              }
            });
    return named;
  }

  private static String tableOf(String setting) {
    if (setting.startsWith("costs.")) {
      return ChoiceTables.COSTS;
    }
    return setting.equals("choices.readmission-excludes")
        ? ChoiceTables.EXCLUDED_DIAGNOSES
        : setting.startsWith("choices.") && !setting.equals("choices.unknown-dose-days")
            ? ChoiceTables.CHOICES
            : "";
  }

  private Map<String, String> codeLists(Set<String> words) {
    Map<String, String> lists = new TreeMap<>();
    if (CODE_TABLES.stream().anyMatch(words::contains)) {
      for (CodeList list : CodeTables.inUse(definitions, settings)) {
        lists.put("code list " + list.id(), list.hash());
      }
    }
    return lists;
  }

  /** The days and periods that are seen from a place. */
  private Map<String, Object> calendar(Set<String> words, Reach reach, Place place) {
    boolean isPeriodical = reach.rows() == Reach.Rows.PERIOD;
    Map<String, Object> causes = new TreeMap<>();
    causes.put(
        "periods",
        isPeriodical
            ? slicing.names(place.slice())
            : Slicing.ALL.stream().map(slicing::names).flatMap(List::stream).toList());
    if (words.contains("night")) {
      LocalDate lastSeen = slicing.lastClosedDay().plusDays(reach.daysAfter());
      boolean isPast =
          isPeriodical
              && place.slice() == Slicing.CLOSED
              && coverage.dataThrough().isAfter(lastSeen);
      causes.put("data through", isPast ? lastSeen : coverage.dataThrough());
      if (words.contains("as_of_day")) {
        causes.put("as of", coverage.asOf());
      }
    }
    return causes;
  }

  /** The origin of each place of the wide table: its own rows, and those of all facts beside it. */
  Map<Place, Origin> ofAllTogether(TableInParts personPeriods, Map<String, TableInParts> facts) {
    Set<String> words =
        definitions.combined().values().stream()
            .flatMap(text -> words(text).stream())
            .collect(toSet());
    Origin ofAll = Origin.NOTHING.withAll(settings(words));
    for (Map.Entry<String, String> text : definitions.combined().entrySet()) {
      ofAll = ofAll.with("definition combined/" + text.getKey(), Sha256.of(text.getValue()));
    }
    Map<Place, Origin> origins = new HashMap<>();
    for (Place place : KeptTable.places(settings.buckets())) {
      Origin origin = ofAll;
      for (Map.Entry<String, TableInParts> table :
          Stream.concat(
                  Stream.of(Map.entry(LinkedTables.PERSON_PERIOD, personPeriods)),
                  facts.entrySet().stream())
              .toList()) {
        origin = origin.with("facts " + table.getKey(), table.getValue().content(place::equals));
      }
      origins.put(place, origin);
    }
    return origins;
  }
}
