package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.pseudonymise.Crosswalk;
import se.jamlik.pipeline.pseudonymise.ProjectKey;

/** Tells which pseudonym takes the place of which when a key is changed. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes old;new for the pseudonyms of a list of numbers under two keys. Whoever has it can"
          + " join old data with new: keep it in the owners' zone, and destroy it after use."
    },
    footer = {
      "",
      "Example:",
      "  jobs/jamlik pseudonymise rotate --numbers all.csv --column personnr --from-key old.key \\",
      "      --to-key new.key --project 'Umeåregionen 2026' --reference-date 2026-11-22 --to walk.csv"
    })
final class RotateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--numbers", required = true, description = "Text file with the numbers.")
  private Path numbers;

  @Option(names = "--column", required = true, description = "Column with the numbers.")
  private String column;

  @Option(names = "--from-key", required = true, description = "Master key that is left.")
  private Path fromKey;

  @Option(names = "--to-key", required = true, description = "Master key that takes its place.")
  private Path toKey;

  @Option(names = "--project", required = true, description = "Project of the pseudonyms.")
  private String project;

  @Option(names = "--to-project", description = "Project of the new pseudonyms (the same).")
  private @Nullable String toProject;

  @Option(
      names = "--reference-date",
      required = true,
      description = "Day of the list; decides the century of ten digits.")
  private LocalDate referenceDate;

  @Option(names = "--to", required = true, description = "File to write; must not be there.")
  private Path to;

  @Override
  public Integer call() {
    Crosswalk.Result result =
        Crosswalk.write(
            numbers,
            column,
            referenceDate,
            to.toAbsolutePath(),
            new Crosswalk.Keys(
                ProjectKey.of(fromKey, project),
                ProjectKey.of(toKey, toProject == null ? project : toProject)));
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        "Wrote %s: %d persons; %d rows hold no number.%n", to, result.persons(), result.rejected());
    print.flush();
    return 0;
  }
}
