package se.jamlik.jobs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;
import se.jamlik.reports.Language;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.page.ChapterKind;

/**
 * Which reports an installation wants.
 *
 * @param languages in which each is written
 * @param templates the standard report first, then those of the installation
 */
record ReportSettings(List<Language> languages, List<ReportTemplate> templates) {
  ReportSettings {
    languages = List.copyOf(languages);
    templates = List.copyOf(templates);
  }

  static ReportSettings defaults() {
    return new ReportSettings(List.of(Language.SV), List.of(ReportTemplate.STANDARD));
  }

  /** Those of one name; all when none is named. The standard report is called standard. */
  List<ReportTemplate> named(String name) {
    List<ReportTemplate> named =
        templates.stream().filter(template -> name(template).equals(name)).toList();
    if (named.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot make report '%s': the settings name no such template (expected one of %s). Choose another, or give --settings."
              .formatted(
                  name, String.join(", ", templates.stream().map(ReportSettings::name).toList())));
    }
    return named;
  }

  private static String name(ReportTemplate template) {
    return template.name().isEmpty() ? ReportSettingsReader.STANDARD : template.name();
  }

  /** Tells a night, before it begins, of indicators that no release of it can have. */
  void refuseUnknownIndicators(Set<String> known) {
    List<String> problems =
        templates.stream()
            .flatMap(
                template ->
                    template.indicators().values().stream()
                        .flatMap(List::stream)
                        .filter(id -> !known.contains(id))
                        .map(id -> "reports.templates." + template.name() + ": " + id))
            .distinct()
            .sorted()
            .toList();
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use settings: %d indicators of reports do not exist (expected among %s).%n%s"
              .formatted(
                  problems.size(),
                  String.join(", ", known.stream().sorted().toList()),
                  String.join("\n", problems)));
    }
  }

  /** All values by their names in a settings file, as a release's manifest tells them. */
  SortedMap<String, Object> byName() {
    SortedMap<String, Object> values = new TreeMap<>();
    values.put(
        "reports.languages",
        languages.stream().map(language -> language.name().toLowerCase(Locale.ROOT)).toList());
    for (ReportTemplate template : templates) {
      String prefix = template.name().isEmpty() ? "reports." : "reports." + template.name() + ".";
      put(values, prefix + "contact", template.contact());
      template.logotype().ifPresent(logotype -> values.put(prefix + "logotype", logotype.sha256()));
      if (!template.name().isEmpty()) {
        put(values, prefix + "title", texts(template.titles()));
        put(values, prefix + "comparisons", template.comparisons());
        put(
            values,
            prefix + "chapters",
            template.chapters().stream().map(ChapterKind::settingName).toList());
        template
            .indicators()
            .forEach((place, ids) -> values.put(prefix + place.settingName(), ids));
      }
    }
    return values;
  }

  private static List<String> texts(Map<Language, String> texts) {
    return Stream.of(Language.values())
        .filter(texts::containsKey)
        .map(language -> texts.get(language))
        .toList();
  }

  private static void put(Map<String, Object> values, String name, List<String> list) {
    if (!list.isEmpty()) {
      values.put(name, list);
    }
  }
}
