package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.publish.ReleaseDifference;
import se.jamlik.pipeline.publish.ReleaseDifference.Changed;
import se.jamlik.pipeline.publish.Releases;

/** What changed from one release to another, and why. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what changed from one release to another: rows by table and by indicator, and what the"
          + " later one was made from that the earlier was not."
    },
    footer = {"", "Example:", "  jobs/jamlik diff --out build/demo 2026-11-21.1 2026-11-22.1"})
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Parameters(paramLabel = "EARLIER", description = "The release that was before.")
  private String earlier;

  @Parameters(paramLabel = "LATER", description = "The release to compare with it.")
  private String later;

  @Override
  public Integer call() {
    Releases releases = Releases.under(out);
    ReleaseDifference difference =
        ReleaseDifference.between(releases.named(earlier), releases.named(later));
    PrintWriter print = spec.commandLine().getOut();
    print.printf("From %s to %s%n", earlier, later);
    print.println();
    print.println("What the later one was made from:");
    difference.causes().forEach(cause -> print.println("  " + cause));
    if (difference.causes().isEmpty()) {
      print.println("  the same");
    }
    print(print, "table", difference.tables());
    print(print, "indicator", difference.indicators());
    print.flush();
    return 0;
  }

  private static void print(PrintWriter print, String heading, List<Changed> all) {
    print.println();
    print.printf("%-20s %9s %9s %9s%n", heading, "new rows", "gone", "changed");
    for (Changed one : all) {
      print.printf(
          "%-20s %9d %9d %9d  %s%n",
          one.name(), one.added(), one.gone(), one.changed(), String.join(", ", one.why()));
    }
    if (all.isEmpty()) {
      print.println("none");
    }
  }
}
