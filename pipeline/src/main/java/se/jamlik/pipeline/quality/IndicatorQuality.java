package se.jamlik.pipeline.quality;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Trust;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Deliverer;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Lineage;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.QualityRule.Per;

/**
 * The worst level of the checks that fail in the tables and months that an indicator stands on. A
 * check that is told by year, month or deliverer weighs there alone; another weighs everywhere.
 */
public final class IndicatorQuality implements Trust {
  /** Nothing fails. */
  public static final String PASSED = "passed";

  private final Definitions definitions;
  private final Lineage lineage;
  private final List<Result> failed;
  private final Map<Asked, String> answers = new ConcurrentHashMap<>();

  private record Asked(
      String indicator, LocalDate firstDay, LocalDate lastDay, String municipality) {}

  public IndicatorQuality(Definitions definitions, List<Result> results) {
    this.definitions = definitions;
    this.lineage = new Lineage(definitions);
    this.failed =
        results.stream().filter(Result::hasFailed).filter(this::isOfTheSmallestPlace).toList();
  }

  @Override
  public String in(
      IndicatorDefinition indicator, LocalDate firstDay, LocalDate lastDay, String municipality) {
    return answers.computeIfAbsent(
        new Asked(indicator.id(), firstDay, lastDay, municipality),
        asked ->
            worst(
                lineage.tablesOf(indicator),
                indicator.looksBack() ? lastDay.minusYears(Period.LOOK_BACK_YEARS) : firstDay,
                lastDay,
                municipality));
  }

  private String worst(
      SortedSet<String> tables, LocalDate from, LocalDate to, String municipality) {
    return failed.stream()
        .filter(result -> tables.contains(result.count().table()))
        .filter(result -> isFrom(result.count(), municipality))
        .filter(result -> isWithin(result.count().period(), from, to))
        .map(Result::level)
        .max(Comparator.naturalOrder())
        .map(QualityTable::word)
        .orElse(PASSED);
  }

  private boolean isOfTheSmallestPlace(Result result) {
    Check check = result.check();
    boolean isByMonth =
        switch (check.rule().counts()) {
          case EMPTY_MONTHS, UNUSUAL_MONTHS, CHANGED_MONTHS, UNUSUAL_FILE_MONTHS -> true;
          default -> false;
        };
    boolean isByMunicipality =
        check.isPer(Per.MUNICIPALITY)
            && definitions.table(check.table()).deliverer() == Deliverer.MUNICIPALITY;
    boolean isAlways = result.count().period().equals(Check.ALL);
    boolean isByAll = result.count().municipality().equals(Check.ALL);
    return !((isByMonth || check.isPer(Per.YEAR)) && isAlways) && !(isByMunicipality && isByAll);
  }

  private static boolean isFrom(Count count, String municipality) {
    return municipality.equals(Cell.SCOPE)
        || count.municipality().equals(Check.ALL)
        || count.municipality().equals(municipality);
  }

  private static boolean isWithin(String period, LocalDate from, LocalDate to) {
    if (period.equals(Check.ALL)) {
      return true;
    }
    boolean isMonth = period.indexOf('-') > 0;
    YearMonth first = YearMonth.parse(isMonth ? period : period + "-01");
    YearMonth last = isMonth ? first : first.plusMonths(11);
    return !last.atEndOfMonth().isBefore(from) && !first.atDay(1).isAfter(to);
  }
}
