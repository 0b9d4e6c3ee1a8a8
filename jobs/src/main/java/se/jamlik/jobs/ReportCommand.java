package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;
import se.jamlik.reports.CannotFollowTemplate;
import se.jamlik.reports.CannotReport;
import se.jamlik.reports.Language;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.Reports;

/** Makes the reports again from a release. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Makes the reports of a release again; the release itself is not touched.",
    footer = {"", "Example:", "  jobs/jamlik report --out build/demo --to build/reports"})
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--release", description = "Release to report on (the current one).")
  private @Nullable String release;

  @Option(names = "--to", description = "Folder for the reports (reports in the working folder).")
  private Path to = Path.of("reports");

  @Option(names = "--language", description = "sv or en (what the settings say, else sv).")
  private @Nullable Language language;

  @Option(names = "--settings", description = "YAML file that names reports of your own.")
  private @Nullable Path settings;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      description = "One report of the settings, or standard (all of them).")
  private @Nullable String template;

  @Override
  public Integer call() {
    ReportSettings chosen = SettingsFile.chosen(settings).reports();
    List<Language> languages = language == null ? chosen.languages() : List.of(language);
    List<ReportTemplate> templates = template == null ? chosen.templates() : chosen.named(template);
    Release from = ChosenRelease.of(out, release);
    languages.stream()
        .flatMap(one -> reports(from, one, templates).stream())
        .forEach(report -> spec.commandLine().getOut().println(report));
    return 0;
  }

  /** A release that stood there already and cannot be read is for the operator to see to. */
  private List<Path> reports(Release from, Language one, List<ReportTemplate> templates) {
    try {
      return Reports.write(from.folder(), to, one, templates);
    } catch (CannotFollowTemplate e) {
      throw new UserError(ExitCode.SETTINGS, String.valueOf(e.getMessage()), e);
    } catch (CannotReport e) {
      throw new UserError(ExitCode.INPUT_OUTPUT, String.valueOf(e.getMessage()), e);
    }
  }
}
