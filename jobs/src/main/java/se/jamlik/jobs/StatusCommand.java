package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.jobs.runs.Freshness;
import se.jamlik.jobs.runs.Run;
import se.jamlik.jobs.runs.Runs;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.vocabulary.ExitCode;

/** Whether the nights take care of themselves. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Tells of the newest release and the last run. Ends with 69 when the release is older than the"
          + " settings allow (operations.oldest-release-hours), the last run failed or left the mirror"
          + " behind, and says why."
    },
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik status --out /data/jamlik",
      "  jobs/jamlik status --out /data/jamlik --settings settings.yaml || mail -s 'Jämlik' analysts"
    })
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--settings", description = "YAML file; every key has a default.")
  private @Nullable Path settings;

  @Override
  public Integer call() {
    Duration oldest =
        Duration.ofHours(SettingsFile.read(settings).operations().oldestReleaseHours());
    Runs runs = Runs.under(out);
    boolean isRunning = RunLock.isHeld(out);
    PrintWriter print = spec.commandLine().getOut();
    Releases.under(out).newest().ifPresent(release -> print.println(words(release)));
    runs.newest().ifPresent(run -> print.println(words(run, isRunning)));
    Freshness freshness = Freshness.of(runs, Instant.now(), oldest, isRunning);
    if (freshness.isGood()) {
      print.println("All is well.");
    }
    freshness.problems().forEach(print::println);
    print.flush();
    return freshness.isGood() ? 0 : ExitCode.STALE.code();
  }

  private static String words(Release release) {
    return "Release %s, data through %s".formatted(release.id(), release.manifest().dataThrough());
  }

  private static String words(Run run, boolean isRunning) {
    String state = run.hasNoEnd() && !isRunning ? "stopped without a word" : run.state();
    return "Run %s: %s".formatted(run.id(), state.replace('_', ' '));
  }
}
