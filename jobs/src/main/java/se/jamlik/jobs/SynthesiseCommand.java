package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.jobs.synthesise.Region;

/** Makes deliveries of an invented region, and nothing else. */
@Command(
    name = "synthesise",
    mixinStandardHelpOptions = true,
    description = "Makes deliveries for an invented region; the same seed makes the same bytes.",
    footer = {
      "",
      "Example:",
      "  jobs/jamlik synthesise --persons 20000 --out build/inbox --faults typical"
    })
final class SynthesiseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--persons", defaultValue = "20000", description = "Inhabitants (20000).")
  private long persons;

  @Option(names = "--seed", defaultValue = "1", description = "Another seed, another region (1).")
  private long seed;

  @Option(names = "--from", defaultValue = "2020", description = "First year (2020).")
  private int fromYear;

  @Option(names = "--to", defaultValue = "2025", description = "Last whole year (2025).")
  private int toYear;

  @Option(
      names = "--as-of",
      defaultValue = InventedRegion.AS_OF,
      description = "Day of the deliveries (" + InventedRegion.AS_OF + ").")
  private LocalDate asOf;

  @Option(names = "--out", required = true, description = "Folder to write, an inbox.")
  private Path out;

  @Option(names = "--format", defaultValue = "csv", description = "csv or parquet (csv).")
  private Region.Format format;

  @Option(
      names = "--faults",
      defaultValue = "none",
      description =
          "none, or typical: as messy as deliveries are, with planted.json telling what (none).")
  private Region.Faults faults;

  @Override
  public Integer call() {
    Region region =
        InventedRegion.of(() -> new Region(persons, seed, fromYear, toYear, asOf, format, faults));
    PrintWriter print = spec.commandLine().getOut();
    InventedRegion.write(region, out)
        .forEach((table, rows) -> print.printf("%-17s %,12d rows%n", table, rows));
    print.flush();
    return 0;
  }
}
