package se.jamlik.pipeline.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.UserError;

/** Holds counts against the thresholds of the definitions and the settings. */
public final class Judge {
  private static final Comparator<Result> ORDER =
      Comparator.comparing((Result result) -> result.count().table())
          .thenComparing(result -> result.count().check())
          .thenComparing(result -> result.count().column())
          .thenComparing(result -> result.count().period())
          .thenComparing(result -> result.count().municipality());

  private final Settings.Quality settings;

  public Judge(Settings.Quality settings) {
    this.settings = settings;
  }

  /**
   * Refuses settings of checks that there are not, all at once.
   *
   * @throws UserError with {@link ExitCode#SETTINGS}
   */
  public void refuseUnknownChecks(List<Check> checks) {
    List<String> unknown =
        settings.checks().keySet().stream()
            .filter(name -> checks.stream().noneMatch(check -> names(check).anyMatch(name::equals)))
            .sorted()
            .toList();
    if (!unknown.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot use the settings: no quality check %s (expected the name of a file in definitions/quality, with table and column where it is for them alone). Correct the settings."
              .formatted(String.join(", ", unknown)));
    }
  }

  /**
   * Judges counts, whenever they were made; those of a check that is no more are left out.
   *
   * @return in the order of the table quality
   */
  public List<Result> results(List<Check> checks, List<Count> counts) {
    Map<String, Check> byPlace =
        checks.stream()
            .collect(
                Collectors.toMap(
                    check -> place(check.name(), check.table(), check.column()),
                    Function.identity()));
    List<Result> results = new ArrayList<>();
    for (Count count : counts) {
      Check check = byPlace.get(place(count.check(), count.table(), count.column()));
      if (check != null) {
        results.add(new Result(check, count, level(check), threshold(check)));
      }
    }
    return results.stream().sorted(ORDER).toList();
  }

  private static String place(String check, String table, String column) {
    return check + "." + table + "." + column;
  }

  private Level level(Check check) {
    return chosen(check)
        .flatMap(Settings.CheckSetting::chosenLevel)
        .findFirst()
        .orElse(check.level());
  }

  private double threshold(Check check) {
    return chosen(check)
        .flatMap(Settings.CheckSetting::chosenThreshold)
        .findFirst()
        .or(() -> ofSetting(check))
        .orElse(check.threshold());
  }

  /** What the settings say of the check, the closest first. */
  private Stream<Settings.CheckSetting> chosen(Check check) {
    return names(check)
        .filter(settings.checks()::containsKey)
        .map(name -> requireNonNull(settings.checks().get(name)));
  }

  private static Stream<String> names(Check check) {
    return Stream.of(
        place(check.name(), check.table(), check.column()),
        check.name() + "." + check.table(),
        check.name());
  }

  private Optional<Double> ofSetting(Check check) {
    String setting = check.rule().setting();
    return setting == null
        ? Optional.empty()
        : Optional.of(
            switch (setting) {
              case "most-quarantined" -> settings.mostQuarantined();
              case "least-linked" -> rest(settings.leastLinked());
              case "expected-linked" -> rest(settings.expectedLinked());
              default ->
                  throw new IllegalStateException("No setting quality.%s".formatted(setting));
            });
  }

  /** 1 - share in decimals, so that the limit itself passes. */
  private static double rest(double share) {
    return BigDecimal.ONE.subtract(BigDecimal.valueOf(share)).doubleValue();
  }
}
