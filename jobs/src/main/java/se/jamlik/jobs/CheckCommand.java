package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.conform.Inspection;
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
          + " municipalities) has another file in the inbox."
    },
    footer = {"", "Example:", "  jobs/jamlik check --inbox /data/to-send"})
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--inbox",
      required = true,
      description = "Folder with a folder of files for each delivered table.")
  private Path inbox;

  @Option(names = "--settings", description = "YAML file; every key has a default.")
  private @Nullable Path settings;

  @Option(names = "--as-of", description = "Logical date of the night to come (today).")
  private @Nullable LocalDate asOf;

  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    Settings chosen = SettingsFile.read(settings);
    LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
    return CheckFolder.during(folder -> judged(folder, day, chosen, print)).code();
  }

  private ExitCode judged(Path folder, LocalDate day, Settings chosen, PrintWriter print) {
    Definitions definitions = Definitions.load();
    String out = folder.toString();
    Adapted adapted = Adapt.deliveries(inbox, out, day, Set.of(), definitions);
    Inspection inspection = Inspection.of(adapted, out, chosen.quality(), definitions);
    new CheckReport(inspection, chosen.quality()).print(print);
    // Checks of what the rows say, once they are known to be readable, belong here: the rows of all
    // files that are not refused lie in the folder, under the ledger's numbers of `adapted`.
    print.flush();
    return inspection.exitCode();
  }
}
