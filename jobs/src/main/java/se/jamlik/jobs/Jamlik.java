package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.RemoteFolder;

/**
 * The command {@code jamlik}: finds the subcommand, and turns what goes wrong into an exit code.
 */
@Command(
    name = "jamlik",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Indicators of equal, close and joined-up care, made every night from pseudonymised"
          + " deliveries of a region and its municipalities.",
      "",
      "Try it on an invented region: jobs/jamlik demo"
    },
    subcommands = {
      BackfillCommand.class,
      CheckCommand.class,
      CompletionCommand.class,
      DemoCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      ExtractCommand.class,
      ForgetCommand.class,
      ListCommand.class,
      NightlyCommand.class,
      PruneCommand.class,
      PseudonymiseCommand.class,
      PullCommand.class,
      QueryCommand.class,
      ReportCommand.class,
      StatusCommand.class,
      SynthesiseCommand.class,
      VerifyCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:published, or nothing to do",
      "1:a bug in Jämlik",
      "2:wrong use of the command",
      "3:stopped by the quality gate",
      "4:stopped by the privacy gate",
      "5:a delivery is refused or a required table is missing",
      "6:the settings are wrong",
      "69:the newest release is too old, or the last run failed (status)",
      "74:reading or writing failed, or the disk is full",
      "75:another run holds the lock",
      "130, 143:stopped by a signal; the earlier release stands"
    })
public final class Jamlik {

  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> Failure.ofThread(failure));
    DriverLog.silence(System.getProperties());
    System.exit(run(arguments));
  }

  /** Runs one command and returns its exit code; never throws. */
  public static int run(String... arguments) {
    CommandLine commands =
        commands()
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Jamlik::explainUse)
            .setExecutionExceptionHandler((failure, line, parsed) -> Failure.tell(failure, line));
    try {
      return commands.execute(arguments);
    } catch (Error failure) {
      // picocli hands exceptions alone to its handler.
      return Failure.tell(failure, commands);
    }
  }

  /** The program with all its commands. */
  static CommandLine commands() {
    return CommandExitCodes.in(new CommandLine(new Jamlik()))
        .registerConverter(Path.class, Jamlik::path);
  }

  /** What needs locks and renames, or is read in place, cannot lie on another file system. */
  private static Path path(String given) {
    if (RemoteFolder.isAddress(given)) {
      throw new TypeConversionException(
          "expected a folder or file of this machine or of a mount, not an address");
    }
    return Path.of(given);
  }

  private static int explainUse(ParameterException problem, String[] arguments) {
    PrintWriter err = problem.getCommandLine().getErr();
    err.println(problem.getMessage());
    err.printf("Try: %s --help%n", problem.getCommandLine().getCommandSpec().qualifiedName(" "));
    return ExitCode.USAGE.code();
  }
}
