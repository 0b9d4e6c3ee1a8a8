package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.jamlik.jobs.runs.RunTable;
import se.jamlik.jobs.runs.Runs;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Definitions;

/** What there is. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists indicators, codelists, tables, releases or runs.",
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik list indicators",
      "  jobs/jamlik list runs --out build/demo"
    })
final class ListCommand implements Callable<Integer> {
  /** What may be listed. */
  enum What {
    INDICATORS,
    CODELISTS,
    TABLES,
    RELEASES,
    RUNS
  }

  @Spec private CommandSpec spec;

  @Parameters(description = "${COMPLETION-CANDIDATES}")
  private What what;

  @Option(names = "--out", description = "Folder of the installation; for releases and runs.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    lines().forEach(print::println);
    print.flush();
    return 0;
  }

  private static List<String> indicators(Definitions definitions) {
    return definitions.indicators().stream()
        .map(
            indicator ->
                "%-13s %s%s"
                    .formatted(
                        indicator.id(),
                        indicator.name().get("sv"),
                        definitions
                            .codeListStatusOf(indicator)
                            .filter(status -> !status.equals("verified"))
                            .map(status -> " (codes not verified)")
                            .orElse("")))
        .toList();
  }

  private List<String> lines() {
    return switch (what) {
      case INDICATORS -> indicators(Definitions.load());
      case CODELISTS ->
          Definitions.load().codeLists().values().stream()
              .sorted(java.util.Comparator.comparing(CodeList::id))
              .map(list -> "%-13s %-11s %s".formatted(list.id(), list.status(), list.source()))
              .toList();
      case TABLES ->
          Definitions.load().tables().stream()
              .map(
                  table ->
                      "%-17s %-13s %s"
                          .formatted(
                              table.table(),
                              table.deliverer().name().toLowerCase(Locale.ROOT),
                              table.isRequired() ? "required" : "optional"))
              .toList();
      case RELEASES -> Releases.under(installation()).ids();
      case RUNS -> RunTable.lines(Runs.under(installation()));
    };
  }

  private Path installation() {
    if (out == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing --out: releases and runs belong to an installation.");
    }
    return out;
  }
}
