package se.jamlik.pipeline.quality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.UserError;

/** Stops the night when a check at level error has failed, and tells of the warnings. */
public final class QualityGate {
  private QualityGate() {}

  /**
   * Refuses what no release may stand on, all at once.
   *
   * @throws UserError with {@link ExitCode#QUALITY}
   */
  public static void refuse(List<Result> results) {
    List<String> errors = failed(results, Level.ERROR);
    if (!errors.isEmpty()) {
      throw new UserError(
          ExitCode.QUALITY,
          "Cannot publish: %d quality checks at level error fail (expected none). Ask the sender for a new delivery, or change the threshold in the settings and try it with check --judge.%n%s"
              .formatted(errors.size(), String.join(System.lineSeparator(), errors)));
    }
  }

  /**
   * The warnings, a line for each check, for the record of the run and the manifest: that of the
   * place where most breaks it, and in how many other places it fails.
   */
  public static List<String> warnings(List<Result> results) {
    return Finding.of(results).stream()
        .filter(finding -> finding.level() == Level.WARNING)
        .map(QualityGate::worstInWords)
        .toList();
  }

  private static String worstInWords(Finding finding) {
    int others = finding.failed().size() - 1;
    return inWords(finding.worst())
        + (others == 0 ? "" : " and in %d other places".formatted(others));
  }

  private static List<String> failed(List<Result> results, Level level) {
    return results.stream()
        .filter(result -> result.hasFailed() && result.level() == level)
        .map(QualityGate::inWords)
        .toList();
  }

  /** A result in one line: where, what, how many, and how many are borne. */
  public static String inWords(Result result) {
    Count count = result.count();
    String where =
        Stream.of(count.table(), result.check().delivered(), count.period(), count.municipality())
            .filter(word -> !word.equals(Check.ALL))
            .collect(Collectors.joining(" "));
    return "%s: %s: %s (%d of %d, %s %%; at most %s %%)"
        .formatted(
            where,
            count.check(),
            result.check().rule().says().get("en"),
            count.violated(),
            count.total(),
            Finding.percent(result.share()),
            Finding.percent(result.threshold()));
  }
}
