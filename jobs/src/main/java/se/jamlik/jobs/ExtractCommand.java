package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.extract.Anonymity;
import se.jamlik.pipeline.extract.Extract;
import se.jamlik.pipeline.extract.ExtractProject;
import se.jamlik.pipeline.publish.RunLock;

/** Rows of persons for one decided project. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Writes rows of persons and periods of the newest night for one decided project, with"
          + " pseudonyms of that project alone. Rows whose quasi-identifiers fewer than five persons"
          + " of a period share are left out. Each extract is a line of audit.jsonl.",
      "The project file has the keys name, decision-number, legal-basis, purpose, columns (a list),"
          + " population (a condition in SQL), expires-on, age (bands, exact) and format (parquet,"
          + " csv)."
    },
    footer = {"", "Example:", "  jobs/jamlik extract --out /data/jamlik --project falls.yaml"})
final class ExtractCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--project", required = true, description = "YAML file of the project.")
  private Path project;

  @Option(names = "--settings", description = "YAML file; every key has a default.")
  private @Nullable Path settings;

  // The lock is held, not used.
  @SuppressWarnings("try")
  @Override
  public Integer call() {
    Path installation = out.toAbsolutePath().normalize();
    Extract.refuseWithoutRows(installation);
    int years = SettingsFile.read(settings).legal().yearsOfLogs();
    ExtractProject decided = ExtractProject.read(project);
    try (RunLock lock = RunLock.take(installation)) {
      Extract.Made made = Extract.make(installation, decided, Instant.now(), years);
      RunRecord.begin(
              installation,
              Map.of("command", "extract", "project", decided.name(), "audit", made.auditLine()))
          .end("extracted", 0, "%d rows are given out.".formatted(made.kept().rows()));
      print(made);
    }
    return 0;
  }

  private void print(Extract.Made made) {
    PrintWriter print = spec.commandLine().getOut();
    Anonymity kept = made.kept();
    print.printf("Wrote %s: %d rows of %d persons.%n", made.file(), kept.rows(), kept.persons());
    print.printf(
        "By %s: the smallest group is of %d persons; left out %d rows of %d groups.%n",
        kept.quasiIdentifiers().isEmpty()
            ? "period alone"
            : "period, " + String.join(", ", kept.quasiIdentifiers()),
        kept.smallestGroup(),
        kept.leftOut(),
        kept.smallGroups());
    print.flush();
  }
}
