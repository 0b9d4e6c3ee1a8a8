package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.conform.ExtractInspection;
import se.jamlik.pipeline.conform.InspectedFile;
import se.jamlik.pipeline.conform.Inspection;
import se.jamlik.pipeline.pseudonymise.KeyComparison;
import se.jamlik.pipeline.quality.Checks;
import se.jamlik.pipeline.quality.Judge;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Settings;

/** Judges deliveries for the person who is about to send them. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Judges the deliveries of an inbox as a night would: what is wrong, where, how often, and what"
          + " to do. Writes nothing but its report, on stdout.",
      "A required table that is missing counts when its deliverer (registers, region,"
          + " municipalities) has another file in the inbox.",
      "With --judge, holds what the newest night of an installation has counted against the"
          + " thresholds of the settings, without reading a row."
    },
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik check --inbox /data/to-send",
      "  jobs/jamlik check --judge --out /data/jamlik --settings stricter.yaml"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--inbox",
      description =
          "Folder with a folder of files for each delivered table, or its address, such as"
              + " hdfs://HOST/inbox.")
  private @Nullable String inbox;

  @Option(names = "--judge", description = "Judge the newest night's counts anew.")
  private boolean isJudging;

  @Option(names = "--out", description = "Folder of the installation; for --judge.")
  private @Nullable Path out;

  @Option(names = "--settings", description = "YAML file; every key has a default.")
  private @Nullable Path settings;

  @Option(names = "--as-of", description = "Logical date of the night to come (today).")
  private @Nullable LocalDate asOf;

  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    Settings chosen = SettingsFile.read(settings);
    if (isJudging) {
      return JudgedAgain.print(given(out, "--out"), chosen, print).code();
    }
    String delivered = given(inbox, "--inbox");
    LocalDate day = asOf == null ? RunDate.today() : asOf;
    return TemporaryFolder.during(
            "jamlik-check", folder -> judged(delivered, folder, day, chosen, print))
        .code();
  }

  private <T> T given(@Nullable T path, String option) {
    if (path == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing %s: check needs --inbox, or --judge and --out.".formatted(option));
    }
    return path;
  }

  private ExitCode judged(
      String given, Path folder, LocalDate day, Settings chosen, PrintWriter print) {
    InboxPlace place = InboxPlace.of(given, folder);
    if (place.isFetched()) {
      place.fetched(folder);
    }
    Path delivered = place.folder();
    KeyComparison.refuseDifferentKeys(delivered);
    Definitions definitions = Definitions.load();
    String kept = folder.toString();
    Adapted adapted = Adapt.deliveries(delivered, kept, day, Set.of(), definitions);
    new Judge(chosen.quality()).refuseUnknownChecks(Checks.of(definitions));
    Inspection files = Inspection.of(adapted, kept, chosen.quality(), definitions);
    CheckReport report =
        files.files().stream().allMatch(InspectedFile::isRefused)
            ? new CheckReport(files, InspectedRows.NONE, chosen.quality())
            : SparkSessions.during(
                "jamlik check",
                "",
                // Executors read what the inspection has left there, so they see it.
                Optional.of(folder),
                spark -> {
                  InspectedRows rows = InspectedRows.of(spark, adapted, kept, chosen, definitions);
                  Inspection joined =
                      files.with(
                          new ExtractInspection(adapted, kept, definitions).asides(spark, files),
                          chosen.quality());
                  return new CheckReport(joined, rows, chosen.quality());
                });
    report.print(print);
    print.flush();
    return report.exitCode();
  }
}
