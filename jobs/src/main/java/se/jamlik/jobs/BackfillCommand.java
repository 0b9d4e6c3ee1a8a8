package se.jamlik.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Nights of days gone by. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the releases of days gone by, one night each, from the deliveries in the inbox: what is"
          + " dated after a day takes no part in its release. A release of a later day stays the"
          + " current one. What has been made already is not made again, so that a stopped backfill"
          + " goes on where it was. The first night that fails ends it with its code."
    },
    footer = {
      "",
      "Example:",
      "  jobs/jamlik backfill --inbox /data/inbox --out /data/jamlik --from 2025-01-31 --to 2025-12-31"
    })
final class BackfillCommand implements Callable<Integer> {
  /** From one day to the next. */
  enum Step {
    DAY,
    WEEK,
    MONTH
  }

  @Spec private CommandSpec spec;

  @Mixin private final NightOptions options = new NightOptions();

  @Option(names = "--from", required = true, description = "First logical date.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last logical date, if a step reaches it.")
  private LocalDate to;

  @Option(
      names = "--every",
      defaultValue = "month",
      description = "${COMPLETION-CANDIDATES} (month).")
  private Step every;

  @Override
  public Integer call() {
    if (to.isBefore(from)) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot go from %s to %s: expected --to after --from.".formatted(from, to));
    }
    NightRequest request = options.on(from);
    for (LocalDate day : days(from, to, every)) {
      NightResult result = Night.run(request.fillingIn(day), System.err);
      spec.commandLine().getOut().println(result.inWords());
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** Months are counted from the first day, so that the 31st comes back after February. */
  static List<LocalDate> days(LocalDate from, LocalDate to, Step every) {
    return Stream.iterate(0, i -> i + 1)
        .map(
            i ->
                switch (every) {
                  case DAY -> from.plusDays(i);
                  case WEEK -> from.plusWeeks(i);
                  case MONTH -> from.plusMonths(i);
                })
        .takeWhile(day -> !day.isAfter(to))
        .toList();
  }
}
