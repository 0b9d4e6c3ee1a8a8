package se.jamlik.jobs;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.Logotype;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.page.ChapterKind;
import se.jamlik.reports.page.Selection;

/** Reads the settings of one report of the installation's own; what it leaves out is standard. */
record ReportTemplateReader(
    SettingProblems problems, SettingElements elements, LogotypeReader logotypes) {
  private static final String NAME = "[a-z][a-z0-9-]{2,39}";
  private static final List<String> KEYS =
      List.of(
          "name",
          "title",
          "chapters",
          "indicators",
          "comparisons",
          "logotype.file",
          "logotype.alternative",
          "contact");

  /** A report with a name; all else may be left out. */
  Optional<ReportTemplate> template(@Nullable Object value, ReportTemplate standard) {
    Map<String, Object> own = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> own.put(String.valueOf(key), inner));
    }
    Object told = own.remove("name");
    String name = told == null ? "" : told.toString();
    if (!name.matches(NAME) || name.equals(ReportSettingsReader.STANDARD)) {
      problems.wrong(
          "reports.templates",
          "each to have a name of three lower-case letters, digits and hyphens or more, other than standard",
          told);
      return Optional.empty();
    }
    String prefix = "reports.templates." + name + ".";
    flattenLogotype(own);
    List<ChapterKind> chapters =
        elements.list(
            prefix + "chapters",
            own.remove("chapters"),
            ChapterKind::named,
            SettingElements.names(ChapterKind.values(), ChapterKind::settingName));
    Optional<Logotype> logotype = logotypes.logotype(prefix, own);
    List<String> contact = elements.texts(prefix + "contact", own.remove("contact"));
    List<String> comparisons = comparisons(prefix + "comparisons", own.remove("comparisons"));
    ReportTemplate template =
        new ReportTemplate(
            name,
            elements.byLanguage(prefix + "title", own.remove("title")),
            chapters.isEmpty() ? standard.chapters() : chapters,
            indicators(prefix + "indicators", own.remove("indicators")),
            comparisons.isEmpty() ? standard.comparisons() : comparisons,
            logotype.or(standard::logotype),
            contact.isEmpty() ? standard.contact() : contact);
    own.keySet().forEach(key -> problems.unknown(prefix + key, KEYS));
    return Optional.of(template);
  }

  /** {@code logotype: {file: a.png, alternative: text}}, as the keys of a file are flattened. */
  private static void flattenLogotype(Map<String, Object> own) {
    if (own.get("logotype") instanceof Map<?, ?> logotype) {
      own.remove("logotype");
      logotype.forEach((key, value) -> own.put("logotype." + key, value));
    }
  }

  /** What values stand beside, in few columns. */
  private List<String> comparisons(String key, @Nullable Object value) {
    List<String> comparisons =
        elements.list(
            key,
            value,
            text -> Optional.of(text).filter(known -> !known.isBlank()),
            "scope, codes of municipalities and areas of the reference values such as riket");
    if (comparisons.size() > ReportTemplate.MOST_COMPARISONS) {
      problems.wrong(key, "at most " + ReportTemplate.MOST_COMPARISONS, value);
    }
    return comparisons;
  }

  private Map<Selection, List<String>> indicators(String key, @Nullable Object value) {
    Map<Selection, List<String>> chosen = new EnumMap<>(Selection.class);
    if (value instanceof Map<?, ?> places) {
      places.forEach(
          (place, ids) ->
              Selection.named(String.valueOf(place))
                  .ifPresentOrElse(
                      known -> chosen.put(known, indicators(key + "." + place, known, ids)),
                      () ->
                          problems.unknown(
                              key + "." + place,
                              List.of(
                                  SettingElements.names(
                                      Selection.values(), Selection::settingName)))));
    } else if (value != null) {
      problems.wrong(key, "lists of indicators by their place", value);
    }
    return chosen;
  }

  private List<String> indicators(String key, Selection place, @Nullable Object ids) {
    List<String> known =
        elements.list(
            key,
            ids,
            id -> Optional.of(id).filter(text -> text.matches("[A-Z0-9_]+")),
            "indicators");
    if (known.size() > place.most()) {
      problems.wrong(key, "at most %d indicators".formatted(place.most()), ids);
    }
    return known;
  }
}
