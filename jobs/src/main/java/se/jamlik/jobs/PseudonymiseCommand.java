package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.pseudonymise.ProjectKey;
import se.jamlik.pipeline.pseudonymise.Pseudonymiser;
import se.jamlik.pipeline.pseudonymise.SideFile;

/** Replaces personnummer by pseudonyms, for the data owners in their own zone. */
@Command(
    name = "pseudonymise",
    mixinStandardHelpOptions = true,
    subcommands = RotateCommand.class,
    description = {
      "Writes a text file anew with pseudonyms (column lopnr) in place of the personnummer and"
          + " samordningsnummer of one column. For the owners of the data, in their own zone: the"
          + " night never has the key.",
      "Beside it lie FILE.pseudonyms.json, to be sent with it, by which different keys are found,"
          + " and FILE.rejected, to be kept, with the lines whose number is none."
    },
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik pseudonymise --file visits.csv --column personnr --key master.key \\",
      "      --project 'Umeåregionen 2026' --reference-date 2026-11-22 --to pv_kontakt/2026-11.csv",
      "  jobs/jamlik pseudonymise rotate --help"
    })
final class PseudonymiseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  // A group, so that the options are asked for here and not of the subcommand.
  @ArgGroup(exclusive = false)
  private @Nullable Asked asked;

  /** What must be told, and the giver of reserve numbers. */
  static final class Asked {
    @Option(names = "--file", required = true, description = "Text file (.csv, .txt, .gz).")
    private Path file;

    @Option(names = "--to", required = true, description = "File to write; must not be there.")
    private Path to;

    @Option(names = "--column", required = true, description = "Column with the numbers.")
    private String column;

    @Option(
        names = "--key",
        description =
            "File with the master key: at least 32 random bytes, mode 600 (that which the"
                + " environment variable JAMLIK_MASTER_KEY names).")
    private @Nullable Path key;

    @Option(names = "--project", required = true, description = "Project of the pseudonyms.")
    private String project;

    @Option(
        names = "--reference-date",
        required = true,
        description = "Day of the export; decides the century of ten digits.")
    private LocalDate referenceDate;

    @Option(
        names = "--reserve-numbers-of",
        paramLabel = "GIVER",
        description =
            "Who gave the reserve numbers in the file; without it they are rejected. They match"
                + " those of the same giver alone.")
    private String giver = "";
  }

  @Override
  public Integer call() {
    Asked given = asked;
    if (given == null) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing options: pseudonymise needs --file, --to, --column, --key, --project and"
              + " --reference-date.");
    }
    Path key =
        SecretFiles.masterKey(given.key, System.getenv())
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "Missing --key: pseudonymise needs the file of the master key, here or in JAMLIK_MASTER_KEY."));
    SideFile written =
        Pseudonymiser.pseudonymise(
            new Pseudonymiser.Request(
                given.file,
                given.to.toAbsolutePath(),
                given.column,
                given.project,
                given.referenceDate,
                given.giver),
            ProjectKey.of(key, given.project));
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        "Wrote %s: %d of %d rows (%d personnummer, %d samordningsnummer, %d reserve numbers).%n",
        given.to,
        written.written(),
        written.rows(),
        written.personnummer(),
        written.samordningsnummer(),
        written.reserveNumbers());
    print.printf("Rejected: %d rows, told by line in %s.rejected.%n", written.rejected(), given.to);
    print.printf(
        "Canary: %s (send %s with the file)%n", written.canary(), SideFile.beside(given.to));
    print.flush();
    return 0;
  }
}
