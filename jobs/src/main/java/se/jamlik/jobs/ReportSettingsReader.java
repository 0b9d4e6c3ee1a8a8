package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.jamlik.reports.Language;
import se.jamlik.reports.Logotype;
import se.jamlik.reports.ReportTemplate;

/** Reads the settings of the reports, and adds what is wrong to the problems of the others. */
final class ReportSettingsReader {
  /** The name of the report that every release has, where a report is asked for by name. */
  static final String STANDARD = "standard";

  private static final String PREFIX = "reports.";

  private final SettingProblems problems;
  private final SettingElements elements;
  private final LogotypeReader logotypes;

  /**
   * @param folder that the files of logotypes are sought from
   */
  ReportSettingsReader(Path folder, SettingProblems problems) {
    this.problems = problems;
    this.elements = new SettingElements(problems);
    this.logotypes = new LogotypeReader(folder, problems);
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
            logotypes.logotype(PREFIX, own),
            elements.texts(PREFIX + "contact", own.remove("contact")));
    List<ReportTemplate> templates = templates(own.remove("templates"), standard);
    own.keySet().forEach(key -> problems.unknown(PREFIX + key, SettingKeys.near(PREFIX + key)));
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
    List<Language> chosen =
        elements.list(
            PREFIX + "languages",
            value,
            SettingElements::languageOf,
            SettingElements.names(Language.values(), Language::suffix));
    return chosen.isEmpty() ? List.of(Language.SV) : chosen;
  }

  /** The standard report, and then those of the installation. */
  private List<ReportTemplate> templates(@Nullable Object value, ReportTemplate standard) {
    List<ReportTemplate> templates = new ArrayList<>();
    templates.add(standard);
    if (value instanceof List<?> list) {
      ReportTemplateReader reader = new ReportTemplateReader(problems, elements, logotypes);
      list.forEach(one -> reader.template(one, standard).ifPresent(templates::add));
    } else if (value != null) {
      problems.wrong(PREFIX + "templates", "a list of reports, each with a name", value);
    }
    List<String> names = templates.stream().map(ReportTemplate::name).toList();
    names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .distinct()
        .forEach(name -> problems.about(PREFIX + "templates." + name, "named twice"));
    return templates;
  }
}
