package se.jamlik.pipeline.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;

/**
 * A check that fails, with all the places where it does.
 *
 * @param failed at least one result of the check, in the order of the table quality
 */
public record Finding(Check check, List<Result> failed) {
  /** More places are told by their number. */
  private static final int TOLD_PLACES = 3;

  public Finding {
    failed = List.copyOf(failed);
  }

  /** The checks that fail, by table and in it the gravest first. */
  public static List<Finding> of(List<Result> results) {
    Map<Check, List<Result>> byCheck =
        results.stream()
            .filter(Result::hasFailed)
            .collect(Collectors.groupingBy(Result::check, LinkedHashMap::new, Collectors.toList()));
    return byCheck.entrySet().stream()
        .map(check -> new Finding(check.getKey(), check.getValue()))
        .sorted(
            Comparator.comparing((Finding finding) -> finding.check().table())
                .thenComparing(Finding::level, Comparator.reverseOrder()))
        .toList();
  }

  public Level level() {
    return failed.get(0).level();
  }

  /** The place where most breaks the check. */
  Result worst() {
    return failed.stream()
        .reduce((one, other) -> other.share() > one.share() ? other : one)
        .orElseThrow();
  }

  /** In one sentence: which column, what is wrong, how many, how many are borne, and where. */
  public String inWords() {
    String what =
        (check.delivered().equals(Check.ALL) ? "" : "column '" + check.delivered() + "': ")
            + check.rule().says().get("en");
    List<Result> months = failed.stream().filter(Finding::isOneMonth).toList();
    if (!months.isEmpty()) {
      return "%s: %s%s"
          .formatted(
              what,
              months.size() == 1 ? "one month" : months.size() + " months",
              where("", months));
    }
    Result worst = worst();
    return "%s: %d of %d, %s %% (at most %s %%)%s"
        .formatted(
            what,
            worst.count().violated(),
            worst.count().total(),
            percent(worst.share()),
            percent(worst.threshold()),
            where(place(worst), failed));
  }

  /** A month that breaks a check of months is told as itself, and its deliverer with it. */
  private static boolean isOneMonth(Result result) {
    return result.count().period().indexOf('-') > 0 && result.count().total() == 1;
  }

  private static String where(String worst, List<Result> results) {
    List<String> others =
        results.stream()
            .map(Finding::place)
            .filter(place -> !place.isEmpty() && !place.equals(worst))
            .toList();
    if (others.isEmpty()) {
      return worst.isEmpty() ? "" : "; in " + worst;
    }
    String told = others.stream().limit(TOLD_PLACES).collect(Collectors.joining(", "));
    long more = Math.max(0, others.size() - TOLD_PLACES);
    return (worst.isEmpty() ? "; in " : "; in %s, also in ".formatted(worst))
        + told
        + (more == 0 ? "" : " and %d more".formatted(more));
  }

  /** Municipality and period, or nothing for all of them. */
  private static String place(Result result) {
    String municipality = result.count().municipality();
    return Stream.of(
            municipality.equals(Check.ALL) ? Check.ALL : "municipality " + municipality,
            result.count().period())
        .filter(word -> !word.equals(Check.ALL))
        .collect(Collectors.joining(" "));
  }

  /** With one decimal; what is more than nothing does not look like it. */
  static String percent(double share) {
    BigDecimal percent =
        BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    return share > 0 && percent.signum() == 0
        ? "under 0.1"
        : percent.stripTrailingZeros().toPlainString();
  }
}
