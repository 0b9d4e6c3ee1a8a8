package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class HelpTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfACommandHasADescriptionExamplesAndExitCodes(CommandLine command) {
    UsageMessageSpec help = command.getCommandSpec().usageMessage();

    assertThat(help.description()).as("description").isNotEmpty();
    assertThat(String.join("\n", help.footer()))
        .as("examples")
        .contains("Example", "jobs/jamlik " + name(command));
    assertThat(CommandExitCodes.know(command.getCommandName())).as("exit codes").isTrue();
    assertThat(help.exitCodeList()).containsKeys("0", "1", "2");
    assertThat(command.getUsageMessage())
        .contains("--help", "--version", "Exit codes:", "wrong use of the command");
  }

  @Test
  void aNightTellsAllCodesThatItCanEndWith() {
    assertThat(
            Jamlik.commands()
                .getSubcommands()
                .get("nightly")
                .getCommandSpec()
                .usageMessage()
                .exitCodeList()
                .keySet())
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "74", "75", "130, 143");
  }

  @Test
  void theCompletionKnowsEveryCommandAndIsAScriptOfBash() throws Exception {
    StringWriter printed = new StringWriter();

    int exitCode = Jamlik.commands().setOut(new PrintWriter(printed)).execute("completion");

    assertThat(exitCode).isZero();
    assertThat(printed.toString())
        .contains(Jamlik.commands().getSubcommands().keySet())
        .contains("rotate", "--as-of", "complete -F _complete_jamlik");
    assertThat(bash(printed.toString())).isZero();
  }

  private int bash(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("completion"), script, StandardCharsets.UTF_8);
    return new ProcessBuilder("bash", "-n", file.toString()).inheritIO().start().waitFor();
  }

  /** All commands, and those below them. */
  private static Stream<CommandLine> commands() {
    return Jamlik.commands().getSubcommands().values().stream()
        .flatMap(
            command ->
                Stream.concat(Stream.of(command), command.getSubcommands().values().stream()));
  }

  /** Such as {@code pseudonymise rotate}. */
  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName(" ").replaceFirst("jamlik ", "");
  }
}
