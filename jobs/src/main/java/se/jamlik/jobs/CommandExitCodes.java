package se.jamlik.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Which of the program's exit codes each command can end with, for its help. */
final class CommandExitCodes {
  private static final String SIGNAL = "130, 143";

  /** Besides 0, 1 and 2, which any command can end with. */
  private static final Map<String, List<String>> MORE =
      Map.ofEntries(
          Map.entry("backfill", List.of("3", "4", "5", "6", "74", "75", SIGNAL)),
          Map.entry("check", List.of("3", "4", "5", "6", "74", SIGNAL)),
          Map.entry("completion", List.of()),
          Map.entry("demo", List.of("3", "4", "5", "6", "74", "75", SIGNAL)),
          Map.entry("diff", List.of("74")),
          Map.entry("explain", List.of("74")),
          Map.entry("extract", List.of("4", "6", "74", "75", SIGNAL)),
          Map.entry("forget", List.of("74", "75")),
          Map.entry("list", List.of("74")),
          Map.entry("nightly", List.of("3", "4", "5", "6", "74", "75", SIGNAL)),
          Map.entry("prune", List.of("6", "74", "75")),
          Map.entry("pseudonymise", List.of("4", "5", "74")),
          Map.entry("pull", List.of("74", "75")),
          Map.entry("query", List.of("74")),
          Map.entry("report", List.of("6", "74")),
          Map.entry("rotate", List.of("4", "5", "74")),
          Map.entry("status", List.of("6", "69", "74")),
          Map.entry("synthesise", List.of("74", SIGNAL)),
          Map.entry("verify", List.of("74")));

  private CommandExitCodes() {}

  /** Adds them to the help of all commands, in the words of the program's own help. */
  static CommandLine in(CommandLine program) {
    Map<String, String> words = program.getCommandSpec().usageMessage().exitCodeList();
    program.getSubcommands().values().forEach(command -> tell(command, words));
    return program;
  }

  private static void tell(CommandLine command, Map<String, String> words) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("0", "done");
    told.put("1", word("1", words));
    told.put("2", word("2", words));
    MORE.getOrDefault(command.getCommandName(), List.of())
        .forEach(code -> told.put(code, word(code, words)));
    UsageMessageSpec help = command.getCommandSpec().usageMessage();
    help.exitCodeListHeading("%nExit codes:%n");
    help.exitCodeList(told);
    command.getSubcommands().values().forEach(inner -> tell(inner, words));
  }

  private static String word(String code, Map<String, String> words) {
    return Objects.requireNonNull(words.get(code), code);
  }

  /** Whether anybody has thought of the command. */
  static boolean know(String command) {
    return MORE.containsKey(command);
  }
}
