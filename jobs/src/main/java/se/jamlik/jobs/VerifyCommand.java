package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.extract.AuditLog;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.ExitCode;

/** Whether the files of releases are what they were when they were published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Reads every file of a release, or of all, and compares its SHA-256 with the manifest's. Ends"
          + " with 74 when a file is missing, changed or added, or a line of audit.jsonl."
    },
    footer = {"", "Example:", "  jobs/jamlik verify --out build/demo"})
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--release", description = "Release to verify (all).")
  private @Nullable String release;

  @Override
  public Integer call() {
    Releases releases = Releases.under(out);
    List<Release> verified =
        release == null
            ? releases.ids().stream().map(releases::named).toList()
            : List.of(releases.named(release));
    PrintWriter print = spec.commandLine().getOut();
    boolean isWhole = true;
    for (Release one : verified) {
      List<String> problems = one.problems();
      isWhole &= problems.isEmpty();
      print.printf(
          "%s %s%n",
          one.id(),
          problems.isEmpty()
              ? "is whole: %d files".formatted(one.manifest().files().size())
              : "is not what was published:");
      problems.forEach(problem -> print.println("  " + problem));
    }
    AuditLog audit = AuditLog.of(out);
    List<String> changed = audit.problems();
    isWhole &= changed.isEmpty();
    changed.forEach(print::println);
    if (changed.isEmpty() && audit.lines() > 0) {
      print.printf("audit.jsonl is whole: %d lines%n", audit.lines());
    }
    print.flush();
    return isWhole ? 0 : ExitCode.INPUT_OUTPUT.code();
  }
}
