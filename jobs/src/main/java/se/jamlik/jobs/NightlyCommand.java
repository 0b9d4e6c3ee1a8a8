package se.jamlik.jobs;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The nightly run: new deliveries in, a new release out. */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Makes a new release from the deliveries in the inbox.",
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik nightly --inbox /data/inbox --out /data/jamlik",
      "  jobs/jamlik nightly --inbox /data/inbox --out /data/jamlik --as-of 2026-11-22 --skip"
          + " sol/late.csv",
      "  jobs/jamlik nightly --inbox /data/inbox --out /data/jamlik --plan",
      "  jobs/jamlik nightly --inbox hdfs://namenode/inbox --out /data/jamlik"
    })
final class NightlyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private final NightOptions options = new NightOptions();

  @Option(
      names = "--as-of",
      description =
          "Logical date of the night (today in Sweden); nothing dated after it takes part.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--plan",
      description = "Tell what would be made and why, stage by stage; change nothing.")
  private boolean isPlan;

  @Override
  public Integer call() {
    NightRequest request = options.on(asOf == null ? RunDate.today() : asOf);
    if (isPlan) {
      NightPlan.print(request, spec.commandLine().getOut());
      return 0;
    }
    NightResult result = Night.run(request, System.err);
    spec.commandLine().getOut().println(result.inWords());
    return 0;
  }
}
