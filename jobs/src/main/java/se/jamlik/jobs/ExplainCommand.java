package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.publish.AnswerFormat;
import se.jamlik.pipeline.publish.CodeListHit;
import se.jamlik.pipeline.publish.MeasuredTables;
import se.jamlik.pipeline.publish.Query;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.UserError;

/** What an indicator means, and its latest numbers. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Tells how an indicator is defined, what it stands on, and its latest numbers.",
    footer = {"", "Example:", "  jobs/jamlik explain MM2 --out build/demo"})
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "INDICATOR", description = "Its id; jobs/jamlik list indicators.")
  private String id;

  @Option(names = "--out", description = "Folder of an installation, for its numbers.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Definitions definitions = Definitions.load();
    IndicatorDefinition indicator =
        find(definitions)
            .orElseThrow(
                () ->
                    new UserError(
                        ExitCode.USAGE,
                        "Cannot explain %s: there is no such indicator. See: jobs/jamlik list indicators"
                            .formatted(id)));
    PrintWriter print = spec.commandLine().getOut();
    describe(indicator, print);
    codeLists(indicator, definitions).forEach(print::println);
    if (out != null) {
      print.println();
      Query.on(ChosenRelease.of(out, null)).run(numbers(indicator), AnswerFormat.TABLE, print);
      for (String list : indicator.codeLists()) {
        hits(list, MeasuredTables.codeListHits(out, list)).forEach(print::println);
      }
    }
    print.flush();
    return 0;
  }

  private Optional<IndicatorDefinition> find(Definitions definitions) {
    return definitions.indicators().stream()
        .filter(indicator -> indicator.id().equalsIgnoreCase(id))
        .findFirst();
  }

  private static void describe(IndicatorDefinition indicator, PrintWriter print) {
    print.printf("%s  %s%n", indicator.id(), indicator.name().get("sv"));
    print.printf("%s%n%n", indicator.question().get("sv"));
    print.printf("in English    %s%n", indicator.name().get("en"));
    print.printf("numerator     %s%n", indicator.counted().get("numerator"));
    print.printf("              %s%n", indicator.numerator().strip());
    print.printf("denominator   %s%n", indicator.counted().get("denominator"));
    print.printf("              %s%n", indicator.denominator().strip());
    print.printf("population    %s%n", indicator.population().strip());
    print.printf(
        "kind, unit    %s, %s%n",
        indicator.kind().name().toLowerCase(Locale.ROOT), indicator.unit());
    print.printf("better is     %s%n", indicator.direction().name().toLowerCase(Locale.ROOT));
    print.printf("source        %s%n", indicator.source());
    if (indicator.isPooled()) {
      print.printf("pooled        three calendar years together in table pooled_value%n");
    }
    if (indicator.kolada() != null) {
      print.printf("Kolada        %s%n", indicator.kolada().id());
    }
  }

  private static List<String> codeLists(IndicatorDefinition indicator, Definitions definitions) {
    return indicator.codeLists().stream()
        .map(definitions::codeList)
        .map(ExplainCommand::inWords)
        .toList();
  }

  private static String inWords(CodeList list) {
    return "code list     %s (%s), version %s: %d codes in %d groups, %s"
        .formatted(
            list.id(),
            list.status(),
            list.version(),
            list.codes().size(),
            list.groups().size(),
            list.source());
  }

  /** Nothing for those who may not read the exact numbers. */
  private static List<String> hits(String list, List<CodeListHit> hits) {
    if (hits.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "%s: how often each group occurs in all linked rows; exact, for this installation alone"
            .formatted(list));
    lines.add("%12s %8s  %s".formatted("rows", "codes", "group"));
    hits.forEach(hit -> lines.add("%12d %8d  %s".formatted(hit.rows(), hit.codes(), hit.group())));
    return lines;
  }

  private static String numbers(IndicatorDefinition indicator) {
    return """
        select period, preliminary, standard, value, ci_low, ci_high, unit, status, reason
        from indicator_value
        where indicator = '%s' and area_level = 'scope' and sex = 'all' and age_group = 'all' and dimension = 'none'
        order by standard, period
        """
        .formatted(indicator.id());
  }
}
