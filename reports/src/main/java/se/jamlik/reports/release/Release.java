package se.jamlik.reports.release;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.jamlik.reports.CannotReport;

/**
 * One release, read once and shared by all its reports. Immutable.
 *
 * @param yearsTogether periods of several calendar years, for rare events
 * @param referenceValues from elsewhere, to stand beside
 * @param equity measures over the income quintiles
 * @param qualityWarnings nothing when the release has no checks of its data
 */
public record Release(
    Manifest manifest,
    Map<Group, Cell> cells,
    List<Period> periods,
    List<Period> yearsTogether,
    List<Area> municipalities,
    List<Indicator> indicators,
    List<ReferenceValue> referenceValues,
    List<ConditionShare> conditionShares,
    Map<EquityMeasure, Cell> equity,
    Morbidity morbidity,
    List<CodeList> codeLists,
    List<DeliveredTable> deliveredTables,
    List<LinkRate> linkRates,
    Optional<Suppressions> suppressions,
    Optional<List<QualityWarning>> qualityWarnings,
    Signals signals) {

  /** The shown age groups of a release, youngest first. */
  public static final List<String> AGE_GROUPS =
      List.of("0-17", "18-44", "45-64", "65-74", "75-84", "85+");

  /** Lowest income first. */
  public static final List<Integer> QUINTILES = List.of(1, 2, 3, 4, 5);

  /** The cell of a group; {@link Cell#ABSENT} when the release does not hold it. */
  public Cell cell(Group group) {
    return cells.getOrDefault(group, Cell.ABSENT);
  }

  /** A measure of inequality; {@link Cell#ABSENT} when the release does not hold it. */
  public Cell equity(EquityMeasure measure) {
    return equity.getOrDefault(measure, Cell.ABSENT);
  }

  public boolean has(Group group) {
    return cells.containsKey(group);
  }

  public Optional<Indicator> indicator(String id) {
    return indicators.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
  }

  public Area scope() {
    return new Area(Area.SCOPE_CODE, manifest.scopeName().orElse("Området"));
  }

  /** Calendar years, oldest first. */
  public List<Period> years() {
    return periods.stream()
        .filter(Period::isCalendarYear)
        .sorted(Comparator.comparing(Period::name))
        .toList();
  }

  /** The newest rolling twelve months. */
  public Optional<Period> rolling() {
    return periods.stream().filter(Period::isRolling).max(Comparator.comparing(Period::lastDay));
  }

  /**
   * The period a report is about: the newest final calendar year, else the newest calendar year,
   * else the newest twelve months.
   */
  public Period mainPeriod() {
    List<Period> years = years();
    return years.stream()
        .filter(year -> !year.isPreliminary())
        .reduce((earlier, later) -> later)
        .or(() -> years.stream().reduce((earlier, later) -> later))
        .or(this::rolling)
        .orElseThrow(
            () ->
                new CannotReport(
                    "Cannot make reports: no calendar year and no rolling twelve months in"
                        + " indicator_value of release "
                        + manifest.release()
                        + " (expected at least one). Choose another release."));
  }
}
