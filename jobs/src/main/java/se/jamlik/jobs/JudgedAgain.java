package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import se.jamlik.pipeline.publish.MeasuredTables;
import se.jamlik.pipeline.quality.Check;
import se.jamlik.pipeline.quality.Checks;
import se.jamlik.pipeline.quality.Count;
import se.jamlik.pipeline.quality.Judge;
import se.jamlik.pipeline.quality.QualityGate;
import se.jamlik.pipeline.quality.QualityTable;
import se.jamlik.pipeline.quality.Result;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * Judges what the newest night has counted against other thresholds, without reading a row anew.
 */
final class JudgedAgain {
  private JudgedAgain() {}

  /** Prints the checks that fail, the gravest first, and says what a night would make of them. */
  static ExitCode print(Path out, Settings settings, PrintWriter print) {
    List<Check> checks = Checks.of(Definitions.load());
    Judge judge = new Judge(settings.quality());
    judge.refuseUnknownChecks(checks);
    List<Count> counts = QualityTable.counts(MeasuredTables.rows(out, QualityTable.NAME), checks);
    List<Result> results = judge.results(checks, counts);
    for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
      results.stream()
          .filter(result -> result.hasFailed() && result.level() == level)
          .forEach(
              result ->
                  print.printf("%-8s%s%n", QualityTable.word(level), QualityGate.inWords(result)));
    }
    print.printf(
        "%d results: %d pass, %d of them with violations, %d fail, %d have nothing to check.%n",
        results.size(),
        verdicts(results, Result.Verdict.PASSED)
            + verdicts(results, Result.Verdict.PASSED_WITH_VIOLATIONS),
        verdicts(results, Result.Verdict.PASSED_WITH_VIOLATIONS),
        verdicts(results, Result.Verdict.FAILED),
        verdicts(results, Result.Verdict.NOT_APPLICABLE));
    print.flush();
    return results.stream().anyMatch(result -> result.hasFailed() && result.level() == Level.ERROR)
        ? ExitCode.QUALITY
        : ExitCode.PUBLISHED;
  }

  private static long verdicts(List<Result> results, Result.Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }
}
