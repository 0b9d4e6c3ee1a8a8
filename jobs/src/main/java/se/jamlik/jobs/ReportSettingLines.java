package se.jamlik.jobs;

import static se.jamlik.jobs.SettingElements.names;

import java.util.List;
import se.jamlik.pipeline.vocabulary.SettingLine;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.page.ChapterKind;
import se.jamlik.reports.page.Selection;

/** What the page of the settings tells of those of the reports. */
final class ReportSettingLines {
  /** A template's keys may each be left out. */
  static final List<SettingLine> LINES =
      List.of(
          new SettingLine(
              "reports.languages",
              "a list of sv and en",
              "[sv]",
              "",
              "The languages in which each report is written."),
          new SettingLine(
              "reports.contact",
              "a list of texts",
              "[]",
              "",
              "Stands after the contents: who answers questions."),
          new SettingLine(
              "reports.logotype.file",
              "a PNG file of at most one megabyte",
              "\"\"",
              "",
              "Stands on the first page; sought from the folder of the settings file."),
          new SettingLine(
              "reports.logotype.alternative",
              "a text, or texts by language",
              "\"\"",
              "",
              "What the logotype shows, for those who cannot see it; needed with a file."),
          template(
              "name",
              "three lower-case letters, digits and hyphens or more",
              "none",
              "Name of a report of your own, and part of its file's; not standard."),
          template(
              "title", "a text, or texts by language", "the standard one", "May hold {place}."),
          template(
              "chapters",
              "a list of " + names(ChapterKind.values(), ChapterKind::settingName),
              "all of the standard report",
              "The chapters in their order."),
          template(
              "indicators.<place>",
              "a list of indicators",
              "those of the standard report",
              "The indicators of a place: "
                  + names(Selection.values(), Selection::settingName)
                  + "."),
          template(
              "comparisons",
              "a list of at most "
                  + ReportTemplate.MOST_COMPARISONS
                  + ": scope, codes of municipalities and areas of the reference values such as riket",
              "those of the standard report",
              "What values stand beside; the first is judged."),
          template(
              "logotype, contact", "as above", "those above", "Of this report in place of all."));

  private ReportSettingLines() {}

  private static SettingLine template(String key, String values, String byDefault, String meaning) {
    return new SettingLine("reports.templates[]." + key, values, byDefault, "", meaning);
  }
}
