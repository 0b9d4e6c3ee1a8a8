package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Forget;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** Takes a delivery's rows out of everything from the next night on. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a delivery's rows out of everything from the next night on. The ledger remembers that"
          + " it came; the same bytes are never read again. Releases that are out stay as they are."
    },
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik forget --out /data/jamlik khsl/2026-10-wrong.csv",
      "  jobs/jamlik forget --out /data/jamlik 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    })
final class ForgetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Parameters(
      paramLabel = "TABLE/FILE",
      description = "The delivery as the table delivery of a release names it, or its SHA-256.")
  private String delivery;

  // The lock is held, not used.
  @SuppressWarnings("try")
  @Override
  public Integer call() {
    Path installation = out.toAbsolutePath().normalize();
    if (!Files.isDirectory(installation.resolve("adapted"))) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot forget a delivery: %s is no installation (expected the --out of earlier nights). Name the folder of the installation."
              .formatted(installation));
    }
    try (RunLock lock = RunLock.take(installation)) {
      List<Delivery> forgotten =
          Forget.delivery(installation.toString(), delivery, Definitions.load());
      RunRecord.begin(installation, Map.of("command", "forget", "deliveries", told(forgotten)))
          .end("forgotten", 0, "The rows are taken out from the next night on.");
      print(forgotten);
    }
    return 0;
  }

  private void print(List<Delivery> forgotten) {
    PrintWriter print = spec.commandLine().getOut();
    forgotten.forEach(
        one -> print.printf("Forgotten: %s (SHA-256 %s)%n", one.file(), one.sha256()));
    print.println(
        "The next night makes a release without its rows; earlier releases stay as published.");
    print.println("If the file still lies in the inbox it is not read again; delete it there.");
    print.flush();
  }

  private static List<Map<String, String>> told(List<Delivery> forgotten) {
    return forgotten.stream()
        .map(one -> Map.of("file", one.file(), "sha256", one.sha256()))
        .toList();
  }
}
