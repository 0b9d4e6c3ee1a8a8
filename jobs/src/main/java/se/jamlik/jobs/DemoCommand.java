package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.jobs.synthesise.Region;
import se.jamlik.pipeline.publish.AnswerFormat;
import se.jamlik.pipeline.publish.Query;
import se.jamlik.pipeline.vocabulary.Settings;

/** Shows the whole in some minutes: an invented region, a night on it, and where to look. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Invents a region, runs the night on it and tells where the reports and the database are.",
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik demo",
      "  jobs/jamlik demo --persons 2000 --seed 7 --out build/small"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2025;
  private static final String EXAMPLE =
      """
      select category as income_quintile, round(value, 1) as percent, round(ci_low, 1) as low, round(ci_high, 1) as high
      from indicator_value
      where indicator = 'MM2' and period = '2025' and area_level = 'scope' and sex = 'all' and age_group = 'all'
        and dimension = 'income_quintile' and standard = 'esp2013'
      order by category""";

  @Spec private CommandSpec spec;

  @Option(names = "--persons", defaultValue = "20000", description = "Inhabitants (20000).")
  private long persons;

  @Option(names = "--seed", defaultValue = "1", description = "Another seed, another region (1).")
  private long seed;

  @Option(names = "--out", defaultValue = "build/demo", description = "Folder (build/demo).")
  private Path out;

  @Override
  public Integer call() {
    Path inbox = out.resolve("inbox");
    LocalDate asOf = LocalDate.parse(InventedRegion.AS_OF);
    Region region =
        InventedRegion.of(
            () ->
                new Region(
                    persons,
                    seed,
                    FIRST_YEAR,
                    LAST_YEAR,
                    asOf,
                    Region.Format.CSV,
                    Region.Faults.NONE));
    if (InventedRegion.isIn(inbox, region)) {
      System.err.printf("The %d invented people of last time are there.%n", persons);
    } else {
      System.err.printf("Inventing %d people ...%n", persons);
      InventedRegion.write(region, inbox);
    }
    NightResult result =
        Night.run(new NightRequest(inbox, out, Settings.defaults(), asOf, List.of()), System.err);
    tell(result);
    return 0;
  }

  private void tell(NightResult result) {
    PrintWriter print = spec.commandLine().getOut();
    print.println(result.inWords());
    print.println();
    print.println("Reports: " + result.release().folder().resolve("reports"));
    result.reports().forEach(report -> print.println("  " + report));
    print.println("Database: " + result.release().database());
    print.println();
    print.println("A question to it, and the answer: how many of 100 have two or more chronic");
    print.println("conditions, by income from the lowest to the highest fifth, ages made equal?");
    print.println();
    print.println("jobs/jamlik query --out " + out + " \"" + EXAMPLE + "\"");
    print.println();
    Query.on(result.release()).run(EXAMPLE, AnswerFormat.TABLE, print);
    print.flush();
  }
}
