package se.jamlik.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.Language;
import se.jamlik.reports.Logotype;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.page.ChapterKind;
import se.jamlik.reports.page.Selection;

/** Reads the settings of the reports, and adds what is wrong to the problems of the others. */
final class ReportSettingsReader {
  /** The name of the report that every release has, where a report is asked for by name. */
  static final String STANDARD = "standard";

  private static final String PREFIX = "reports.";
  private static final String NAME = "[a-z][a-z0-9-]{2,39}";
  private static final int LARGEST_LOGOTYPE = 1_000_000;

  private final Path folder;
  private final List<String> problems;

  /**
   * @param folder that the files of logotypes are sought from
   */
  ReportSettingsReader(Path folder, List<String> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /** Takes the settings of the reports out of all settings. */
  ReportSettings settings(Map<String, Object> all) {
    Map<String, Object> own = new LinkedHashMap<>();
    List.copyOf(all.keySet()).stream()
        .filter(key -> key.startsWith(PREFIX))
        .forEach(key -> own.put(key.substring(PREFIX.length()), all.remove(key)));
    List<Language> languages = languages(own.remove("languages"));
    ReportTemplate standard =
        with(
            ReportTemplate.STANDARD,
            logotype(PREFIX, own),
            texts(PREFIX + "contact", own.remove("contact")));
    List<ReportTemplate> templates = new ArrayList<>();
    templates.add(standard);
    if (own.remove("templates") instanceof List<?> list) {
      list.forEach(template -> template(template, standard).ifPresent(templates::add));
    }
    own.keySet().forEach(key -> problems.add(PREFIX + key + ": no such setting"));
    templates.stream()
        .map(ReportTemplate::name)
        .filter(name -> templates.stream().filter(t -> t.name().equals(name)).count() > 1)
        .distinct()
        .forEach(name -> problems.add("reports.templates." + name + ": named twice"));
    return new ReportSettings(languages, templates);
  }

  private static ReportTemplate with(
      ReportTemplate template, Optional<Logotype> logotype, List<String> contact) {
    return new ReportTemplate(
        template.name(),
        template.titles(),
        template.chapters(),
        template.indicators(),
        template.comparisons(),
        logotype,
        contact);
  }

  private List<Language> languages(@Nullable Object value) {
    List<Language> written = List.of(Language.values());
    List<Language> chosen =
        elements(
            PREFIX + "languages",
            value,
            text -> written.stream().filter(language -> language.suffix().equals(text)).findFirst(),
            String.join(", ", written.stream().map(Language::suffix).toList()));
    return chosen.isEmpty() ? List.of(Language.SV) : chosen;
  }

  private Optional<ReportTemplate> template(@Nullable Object value, ReportTemplate standard) {
    Map<String, Object> own = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> own.put(String.valueOf(key), inner));
    }
    String name = String.valueOf(own.remove("name"));
    if (!name.matches(NAME) || name.equals(STANDARD)) {
      problems.add(
          "reports.templates: expected each to have a name of three lower-case letters, digits and hyphens or more, other than standard");
      return Optional.empty();
    }
    String prefix = "reports.templates." + name + ".";
    flattenLogotype(own);
    List<ChapterKind> chapters =
        elements(
            prefix + "chapters",
            own.remove("chapters"),
            ChapterKind::named,
            names(ChapterKind.values(), ChapterKind::settingName));
    Optional<Logotype> logotype = logotype(prefix, own);
    List<String> contact = texts(prefix + "contact", own.remove("contact"));
    List<String> comparisons = comparisons(prefix, own.remove("comparisons"));
    ReportTemplate template =
        new ReportTemplate(
            name,
            byLanguage(prefix + "title", own.remove("title")),
            chapters.isEmpty() ? standard.chapters() : chapters,
            indicators(prefix, own.remove("indicators")),
            comparisons.isEmpty() ? standard.comparisons() : comparisons,
            logotype.or(standard::logotype),
            contact.isEmpty() ? standard.contact() : contact);
    own.keySet().forEach(key -> problems.add(prefix + key + ": no such setting"));
    return Optional.of(template);
  }

  /** What values stand beside, in few columns. */
  private List<String> comparisons(String prefix, @Nullable Object value) {
    List<String> comparisons =
        elements(
            prefix + "comparisons",
            value,
            text -> Optional.of(text).filter(known -> !known.isBlank()),
            "scope, codes of municipalities and areas of the reference values such as riket");
    if (comparisons.size() > ReportTemplate.MOST_COMPARISONS) {
      problems.add(prefix + "comparisons: expected at most " + ReportTemplate.MOST_COMPARISONS);
    }
    return comparisons;
  }

  private Map<Selection, List<String>> indicators(String prefix, @Nullable Object value) {
    Map<Selection, List<String>> chosen = new EnumMap<>(Selection.class);
    if (value == null) {
      return chosen;
    }
    if (value instanceof Map<?, ?> places) {
      places.forEach((place, ids) -> indicators(prefix, String.valueOf(place), ids, chosen));
    } else {
      problems.add(prefix + "indicators: expected lists of indicators by their place");
    }
    return chosen;
  }

  private void indicators(
      String prefix, String place, @Nullable Object ids, Map<Selection, List<String>> chosen) {
    String key = prefix + "indicators." + place;
    Optional<Selection> selection = Selection.named(place);
    if (selection.isEmpty()) {
      problems.add(
          key
              + ": no such place (expected among "
              + names(Selection.values(), Selection::settingName)
              + ")");
      return;
    }
    List<String> known =
        elements(
            key,
            ids,
            id -> Optional.of(id).filter(text -> text.matches("[A-Z0-9_]+")),
            "indicators");
    int most = selection.get().most();
    if (known.size() > most) {
      problems.add(key + ": expected at most " + most + " indicators");
    }
    chosen.put(selection.get(), known);
  }

  /** {@code logotype: {file: a.png, alternative: text}}, as the keys of a file are flattened. */
  private static void flattenLogotype(Map<String, Object> own) {
    if (own.remove("logotype") instanceof Map<?, ?> logotype) {
      logotype.forEach((key, value) -> own.put("logotype." + key, value));
    }
  }

  private Optional<Logotype> logotype(String prefix, Map<String, Object> own) {
    Map<String, Object> alternatives = new LinkedHashMap<>();
    List.copyOf(own.keySet()).stream()
        .filter(key -> key.startsWith("logotype.alternative."))
        .forEach(
            key ->
                alternatives.put(key.substring("logotype.alternative.".length()), own.remove(key)));
    Object told = own.remove("logotype.alternative");
    Object file = own.remove("logotype.file");
    if (file == null) {
      return Optional.empty();
    }
    Map<Language, String> texts =
        byLanguage(prefix + "logotype.alternative", told == null ? alternatives : told);
    if (texts.isEmpty()) {
      problems.add(prefix + "logotype.alternative: expected a text that tells what it shows");
    }
    Optional<Logotype> logotype = png(file.toString(), texts);
    if (logotype.isEmpty()) {
      problems.add(prefix + "logotype.file: expected a PNG file of at most one megabyte");
    }
    return logotype;
  }

  private Optional<Logotype> png(String file, Map<Language, String> alternatives) {
    try {
      Path png = folder.resolve(file);
      return Files.size(png) > LARGEST_LOGOTYPE
          ? Optional.empty()
          : Logotype.of(Files.readAllBytes(png), alternatives);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** One text for every language, or one for each. */
  private Map<Language, String> byLanguage(String key, @Nullable Object value) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (language, text) -> {
            Optional<Language> known =
                Stream.of(Language.values())
                    .filter(one -> one.suffix().equals(String.valueOf(language)))
                    .findFirst();
            known.ifPresentOrElse(
                one -> texts.put(one, String.valueOf(text)),
                () -> problems.add(key + ": expected texts by language, sv and en"));
          });
    } else if (value != null) {
      Stream.of(Language.values()).forEach(language -> texts.put(language, value.toString()));
    }
    return texts;
  }

  private List<String> texts(String key, @Nullable Object value) {
    return elements(key, value, Optional::of, "texts");
  }

  private <T> List<T> elements(
      String key, @Nullable Object value, Function<String, Optional<T>> known, String expected) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      List<T> elements =
          list.stream()
              .map(String::valueOf)
              .map(known)
              .flatMap(Optional::stream)
              .distinct()
              .toList();
      if (elements.size() == list.size()) {
        return elements;
      }
    }
    problems.add(key + ": expected a list of different ones among " + expected);
    return List.of();
  }

  /** The names that settings know all constants by. */
  static <E extends Enum<E>> String names(E[] all, Function<E, String> name) {
    return String.join(", ", Stream.of(all).map(name).toList()).toLowerCase(Locale.ROOT);
  }
}
