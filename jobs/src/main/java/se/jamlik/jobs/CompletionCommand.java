package se.jamlik.jobs;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a shell needs to complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints a script by which bash and zsh complete the commands and their options.",
    footer = {
      "",
      "Examples:",
      "  source <(jobs/jamlik completion)",
      "  jobs/jamlik completion > ~/.local/share/bash-completion/completions/jamlik"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter print = spec.commandLine().getOut();
    print.print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
    print.flush();
    return 0;
  }
}
