package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.publish.AnswerFormat;
import se.jamlik.pipeline.publish.Query;

/** One read-only query on a release. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = "Runs one read-only query on a release.",
    footer = {
      "",
      "Example:",
      "  jobs/jamlik query --out build/demo \"select * from indicator_value where indicator = 'MM2' limit 5\""
    })
final class QueryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--release", description = "Release to ask (the current one).")
  private @Nullable String release;

  @Option(names = "--format", defaultValue = "table", description = "table, csv or json (table).")
  private AnswerFormat format;

  @Parameters(paramLabel = "SQL", description = "One statement that selects.")
  private String sql;

  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    Query.on(ChosenRelease.of(out, release)).run(sql, format, print);
    print.flush();
    return 0;
  }
}
