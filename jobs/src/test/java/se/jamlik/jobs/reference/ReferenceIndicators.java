package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceIndicator.Trait;
import se.jamlik.jobs.reference.ReferenceStatistics.Estimate;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;
import se.jamlik.jobs.reference.ReferenceStatistics.Standardised;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

/** Makes the rows of indicator_value. */
final class ReferenceIndicators {
  static final String SHORT_LOOK_BACK = "look-back shorter than 5 years";
  private static final double FEWEST = 10;

  private final Map<ReferencePeriod, List<ReferencePersonPeriod>> persons;
  private final ReferenceCoverage coverage;
  private final Collection<String> scope;
  private final LocalDate dataThrough;
  private final LocalDate earliestDiagnosis;
  private final List<IndicatorValue> values = new ArrayList<>();
  private final Map<IndicatorValue, Double> errors = new HashMap<>();

  ReferenceIndicators(
      ReferencePersonPeriods source,
      Map<ReferencePeriod, List<ReferencePersonPeriod>> persons,
      ReferenceCoverage coverage,
      Collection<String> scope) {
    this.persons = persons;
    this.coverage = coverage;
    this.scope = scope;
    dataThrough = source.dataThrough();
    earliestDiagnosis = source.earliestDiagnosisDate();
  }

  /** What the rows of one indicator and period have in common. */
  private record Sheet(
      ReferenceIndicator indicator, ReferencePeriod period, List<String> reasons) {}

  /** The persons of a cell, and the municipality where they live. */
  private record Group(List<Term> terms, String municipality) {}

  List<IndicatorValue> values() {
    return values;
  }

  /** The rows of indicator_value. */
  ReferenceIndicators ofPeriods() {
    for (ReferenceIndicator indicator : ReferenceIndicatorTable.all()) {
      persons.forEach((period, rows) -> add(indicator, period, rows));
      if (indicator.is(Trait.POOLED_BY_DESO)) {
        addPooled(indicator);
      }
    }
    return this;
  }

  /** The rows of pooled_value: every three calendar years in a row, persons once a year. */
  ReferenceIndicators ofThreeYears() {
    List<ReferencePeriod> years = calendarYears();
    for (int last = 2; last < years.size(); last++) {
      ReferencePeriod pooled = together(years.get(last - 2), years.get(last));
      if (pooled.firstDay().plusYears(2).getYear() == pooled.measureDay().getYear()) {
        List<ReferencePersonPeriod> rows = new ArrayList<>();
        years.subList(last - 2, last + 1).forEach(year -> rows.addAll(persons.get(year)));
        ReferenceIndicatorTable.all().stream()
            .filter(indicator -> indicator.is(Trait.RARE))
            .forEach(indicator -> add(indicator, pooled, rows));
      }
    }
    return this;
  }

  private List<ReferencePeriod> calendarYears() {
    return persons.keySet().stream().filter(ReferencePeriod::isCalendarYear).toList();
  }

  private static ReferencePeriod together(ReferencePeriod first, ReferencePeriod last) {
    return new ReferencePeriod(
        first.name() + "-" + last.name(), first.firstDay(), last.measureDay());
  }

  /** The standard error of one of the values; null when it has none. */
  @Nullable Double error(IndicatorValue value) {
    return errors.get(value);
  }

  static boolean isLookBackShort(ReferencePeriod period, LocalDate earliestDiagnosis) {
    return period.lookBackStart().isBefore(earliestDiagnosis);
  }

  private List<String> lookBack(ReferenceIndicator indicator, ReferencePeriod period) {
    boolean isShort =
        indicator.is(Trait.BASED_ON_CONDITIONS) && isLookBackShort(period, earliestDiagnosis);
    return isShort ? List.of(SHORT_LOOK_BACK) : List.of();
  }

  private void add(
      ReferenceIndicator indicator, ReferencePeriod period, List<ReferencePersonPeriod> rows) {
    List<String> missing = coverage.notDelivered(indicator.tables());
    if (!missing.isEmpty()) {
      Sheet sheet = new Sheet(indicator, period, missing);
      values.add(notComputed(sheet, ReferenceCell.SCOPE, "crude", missing));
      for (String municipality : new TreeSet<>(scope)) {
        values.add(
            notComputed(
                sheet, ReferenceCell.ofArea("municipality", municipality), "crude", missing));
      }
      return;
    }
    addCells(
        new Sheet(indicator, period, lookBack(indicator, period)),
        groups(indicator, rows, ReferenceCell::of));
  }

  /** The three latest calendar years together, by DeSO. */
  private void addPooled(ReferenceIndicator indicator) {
    List<ReferencePeriod> years = calendarYears();
    if (years.size() < 3 || !coverage.notDelivered(indicator.tables()).isEmpty()) {
      return;
    }
    List<ReferencePeriod> latest = years.subList(years.size() - 3, years.size());
    ReferencePeriod first = latest.get(0);
    ReferencePeriod last = latest.get(2);
    List<ReferencePersonPeriod> rows = new ArrayList<>();
    latest.forEach(year -> rows.addAll(persons.get(year)));
    ReferencePeriod pooled = together(first, last);
    addCells(
        new Sheet(indicator, pooled, lookBack(indicator, first)),
        groups(indicator, rows, ReferenceCell::pooled));
  }

  /** A municipality that sent nothing is left out of the scope, which is computed without it. */
  private Map<ReferenceCell, Group> groups(
      ReferenceIndicator indicator,
      List<ReferencePersonPeriod> rows,
      Function<ReferencePersonPeriod, List<ReferenceCell>> cells) {
    Map<ReferenceCell, Group> groups = new LinkedHashMap<>();
    Set<String> silent = coverage.silent(indicator.tables());
    for (ReferencePersonPeriod row : rows) {
      boolean isLeftOut = silent.contains(row.municipality());
      indicator
          .term(row)
          .ifPresent(
              term -> {
                for (ReferenceCell cell : cells.apply(row)) {
                  if (isLeftOut && cell.areaLevel().equals("scope")) {
                    continue;
                  }
                  groups
                      .computeIfAbsent(
                          cell, any -> new Group(new ArrayList<>(), row.municipality()))
                      .terms()
                      .add(term);
                }
              });
    }
    groups.values().removeIf(group -> ReferenceStatistics.denominator(group.terms()) == 0);
    return groups;
  }

  private void addCells(Sheet sheet, Map<ReferenceCell, Group> groups) {
    groups.forEach(
        (cell, group) -> {
          List<String> missing = missing(sheet.indicator(), cell, group);
          if (missing.isEmpty()) {
            addComputed(sheet, cell, group);
          } else {
            values.add(notComputed(sheet, cell, "crude", joined(missing, sheet.reasons())));
            if (sheet.indicator().isStandardised() && cell.isStandardised()) {
              values.add(notComputed(sheet, cell, "esp2013", joined(missing, sheet.reasons())));
            }
          }
        });
  }

  /** An area inside a municipality that sent nothing knows as little as the municipality. */
  private List<String> missing(ReferenceIndicator indicator, ReferenceCell cell, Group group) {
    return cell.areaLevel().equals("scope")
        ? List.of()
        : coverage.notDeliveredBy(group.municipality(), indicator.tables());
  }

  private void addComputed(Sheet sheet, ReferenceCell cell, Group group) {
    ReferenceIndicator indicator = sheet.indicator();
    List<String> without =
        cell.areaLevel().equals("scope") ? coverage.without(indicator.tables()) : List.of();
    List<String> reasons = joined(without, sheet.reasons());
    List<Term> terms = indicator.counted(group.terms());
    values.add(
        computed(
            sheet,
            cell,
            "crude",
            ReferenceStatistics.crude(indicator.measure().kind(), terms),
            terms,
            reasons,
            ReferenceStatistics.crudeError(indicator.measure().kind(), terms)));
    if (!indicator.isStandardised() || !cell.isStandardised()) {
      return;
    }
    if (isTooSmallToStandardise(indicator.measure().kind(), terms)) {
      values.add(notComputed(sheet, cell, "esp2013", joined(List.of("fewer than 10"), reasons)));
      return;
    }
    Standardised standardised = ReferenceStatistics.standardised(indicator.measure().kind(), terms);
    int leftOut = standardised.groupsLeftOut();
    List<String> groups = leftOut == 0 ? List.of() : List.of(leftOut + " age groups left out");
    values.add(
        computed(
            sheet,
            cell,
            "esp2013",
            standardised.estimate(),
            terms,
            joined(groups, reasons),
            standardised.error()));
  }

  /** The numerator decides, and for a mean the number of persons that it is the mean of. */
  private static boolean isTooSmallToStandardise(Kind kind, List<Term> terms) {
    return (kind == Kind.MEAN ? terms.size() : ReferenceStatistics.numerator(terms)) < FEWEST;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private IndicatorValue computed(
      Sheet sheet,
      ReferenceCell cell,
      String standard,
      Estimate estimate,
      List<Term> terms,
      List<String> reasons,
      @Nullable Double error) {
    double multiplier = sheet.indicator().measure().multiplier();
    IndicatorValue row =
        row(
            sheet,
            cell,
            standard,
            new Numbers(
                ReferenceStatistics.numerator(terms),
                ReferenceStatistics.denominator(terms),
                estimate.value() * multiplier,
                estimate.low() == null ? null : estimate.low() * multiplier,
                estimate.high() == null ? null : estimate.high() * multiplier),
            "shown",
            reasons);
    if (error != null) {
      errors.put(row, error * multiplier);
    }
    return row;
  }

  private IndicatorValue notComputed(
      Sheet sheet, ReferenceCell cell, String standard, List<String> reasons) {
    return row(
        sheet, cell, standard, new Numbers(null, null, null, null, null), "not_computed", reasons);
  }

  private record Numbers(
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high) {}

  private IndicatorValue row(
      Sheet sheet,
      ReferenceCell cell,
      String standard,
      Numbers numbers,
      String status,
      List<String> reasons) {
    ReferencePeriod period = sheet.period();
    return new IndicatorValue(
        sheet.indicator().id(),
        period.name(),
        period.firstDay(),
        period.measureDay(),
        period.measureDay().plusDays(30).isAfter(dataThrough),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.dimension(),
        cell.category(),
        standard,
        numbers.numerator(),
        numbers.denominator(),
        numbers.value(),
        numbers.low(),
        numbers.high(),
        sheet.indicator().measure().unit(),
        status,
        reasons.isEmpty() ? null : String.join("; ", reasons));
  }
}
