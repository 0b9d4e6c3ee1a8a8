package se.jamlik.pipeline.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.SumCheck;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule;
import se.jamlik.pipeline.vocabulary.QualityRule.Category;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * What a night finds when it holds its own numbers against each other. These checks have no
 * setting: whatever was delivered, a number that does not add up is a fault of the program.
 */
public final class SelfCheck {
  private static final int MOST_NAMED = 40;
  private static final String MEND =
      "Nobody who delivers can mend it: tell those who keep the program.";

  private static final Map<SumCheck.Rule, QualityRule> RULES =
      Map.of(
          SumCheck.Rule.PARTS_ADD_UP,
          rule(
              "parts_add_up",
              "the parts of a group do not add up to it",
              "en grupps delar blir inte gruppen"),
          SumCheck.Rule.SHARE_IN_RANGE,
          rule(
              "share_in_range",
              "a share is below 0 or above 1",
              "en andel är under 0 eller över 1"),
          SumCheck.Rule.STANDARD_IS_CRUDE,
          rule(
              "standard_is_crude",
              "a population with the standard's ages has another value standardised than crude",
              "en befolkning med standardens åldrar har ett annat värde standardiserat än rått"),
          SumCheck.Rule.EQUAL_GROUPS,
          rule(
              "equal_groups",
              "a measure of inequality of equal groups says that they are unequal",
              "ett ojämlikhetsmått av lika grupper säger att de är olika"));

  private SelfCheck() {}

  private static QualityRule rule(String check, String english, String swedish) {
    return new QualityRule(
        check,
        Map.of("en", english, "sv", swedish),
        MEND,
        Category.CONFORMANCE,
        Level.ERROR,
        0,
        null,
        Counted.ROWS,
        null,
        null,
        List.of(),
        null,
        List.of(),
        Map.of());
  }

  /** A row of the table quality for each check of each table, in its order. */
  public static List<Result> results(List<SumCheck> checks) {
    return checks.stream()
        .collect(Collectors.groupingBy(check -> List.of(check.table(), check.rule())))
        .values()
        .stream()
        .map(SelfCheck::result)
        .sorted(
            Comparator.comparing((Result result) -> result.count().table())
                .thenComparing(result -> result.count().check()))
        .toList();
  }

  private static Result result(List<SumCheck> ofRule) {
    SumCheck one = ofRule.get(0);
    QualityRule rule = rule(one.rule());
    Check check = new Check(rule, one.table(), Check.ALL, Check.ALL, rule.level(), 0, Map.of());
    return new Result(
        check,
        Count.of(
            check,
            ofRule.stream().mapToLong(found -> found.wrong().size()).sum(),
            ofRule.stream().mapToLong(SumCheck::total).sum()),
        rule.level(),
        0);
  }

  private static QualityRule rule(SumCheck.Rule rule) {
    return Objects.requireNonNull(RULES.get(rule));
  }

  /**
   * Ends a night whose numbers do not add up, and names the cells; no number of persons is told.
   *
   * @throws UserError with {@link ExitCode#QUALITY}
   */
  public static void refuse(List<SumCheck> checks) {
    List<String> wrong =
        checks.stream()
            .flatMap(check -> check.wrong().stream().map(cell -> check.table() + ": " + cell))
            .toList();
    if (!wrong.isEmpty()) {
      throw new UserError(
          ExitCode.QUALITY,
          "Cannot publish: the self-check of sums found %d wrong cells (expected none). Nothing was published; tell those who keep the program.%n%s"
              .formatted(wrong.size(), named(wrong)));
    }
  }

  private static String named(List<String> wrong) {
    Stream<String> named = wrong.stream().limit(MOST_NAMED);
    return (wrong.size() > MOST_NAMED
            ? Stream.concat(named, Stream.of("and %d more".formatted(wrong.size() - MOST_NAMED)))
            : named)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
