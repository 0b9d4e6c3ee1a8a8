package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.publish.Archive;
import se.jamlik.pipeline.publish.Retention;
import se.jamlik.pipeline.publish.RunLock;

/** Deletes old releases. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes the releases that are neither the newest of one of the latest nights, weeks or"
          + " months that have one, nor pinned, nor current. A release that somebody cites should"
          + " be pinned.",
      "Run records, and years of the log of extracts, are deleted when they have been kept for"
          + " legal.years-of-logs of the settings."
    },
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik prune --out /data/jamlik --dry-run",
      "  jobs/jamlik prune --out /data/jamlik --pin 2026-11-22.1"
    })
final class PruneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--nights", defaultValue = "14", description = "Nights to keep (14).")
  private int nights;

  @Option(names = "--weeks", defaultValue = "8", description = "Weeks to keep (8).")
  private int weeks;

  @Option(names = "--months", defaultValue = "24", description = "Months to keep (24).")
  private int months;

  @Option(names = "--pin", description = "Release to keep from now on, whatever its age.")
  private List<String> pinned = List.of();

  @Option(names = "--unpin", description = "Release to treat as any other from now on.")
  private List<String> unpinned = List.of();

  @Option(names = "--settings", description = "YAML file; every key has a default.")
  private @Nullable Path settings;

  @Option(names = "--as-of", description = "Day that the years of logs are counted to (today).")
  private @Nullable LocalDate asOf;

  @Option(names = "--dry-run", description = "Tell what would be deleted; change nothing.")
  private boolean isDryRun;

  // The lock is held, not used.
  @SuppressWarnings("try")
  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    OldLogs logs =
        new OldLogs(
            out,
            asOf == null ? RunDate.today() : asOf,
            SettingsFile.read(settings).legal().yearsOfLogs());
    Archive archive = Archive.under(out);
    try (RunLock lock = RunLock.take(out)) {
      if (!isDryRun && !(pinned.isEmpty() && unpinned.isEmpty())) {
        archive.pin(pinned, unpinned);
      }
      List<String> old =
          archive.prunable(new Retention(nights, weeks, months)).stream()
              .filter(id -> !pinned.contains(id))
              .toList();
      List<String> oldLogs = logs.names();
      if (!isDryRun) {
        archive.delete(old);
        logs.delete();
      }
      Stream.concat(old.stream(), oldLogs.stream())
          .forEach(id -> print.printf("%s %s%n", isDryRun ? "would delete" : "deleted", id));
    }
    archive.pinned().forEach(id -> print.printf("pinned %s%n", id));
    print.flush();
    return 0;
  }
}
