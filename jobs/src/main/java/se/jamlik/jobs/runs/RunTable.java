package se.jamlik.jobs.runs;

import java.util.List;
import java.util.stream.Stream;

/** The runs of an installation as a table of text, newest last. */
public final class RunTable {
  private static final String LINE = "%-20s  %-12s %-14s %9s %9s  %s";

  private RunTable() {}

  /** A head and a line for each run; nothing when there is none. */
  public static List<String> lines(Runs runs) {
    if (runs.all().isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(
                LINE.formatted("run", "logical date", "state", "exit code", "seconds", "release")),
            runs.all().stream().map(RunTable::line))
        .map(String::stripTrailing)
        .toList();
  }

  /** A run without an end has no exit code and no seconds. */
  private static String line(Run run) {
    return LINE.formatted(
        run.id(),
        run.record().path("as_of").asText(),
        run.state().replace('_', ' '),
        run.record().path("exit_code").asText(),
        run.seconds().map(Numbers::seconds).orElse(""),
        run.release().orElse(""));
  }
}
