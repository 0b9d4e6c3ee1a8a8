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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceIndicator.Trait;
import se.jamlik.jobs.reference.ReferenceStatistics.Estimate;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;
import se.jamlik.jobs.reference.ReferenceStatistics.Standardised;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

/** Makes the rows of indicator_value. */
final class ReferenceIndicators {
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

  private List<String> lookBack(ReferenceIndicator indicator, ReferencePeriod period) {
    return indicator.is(Trait.BASED_ON_CONDITIONS)
        ? period.shortLookBack(earliestDiagnosis).stream().toList()
        : List.of();
  }

  private void add(
      ReferenceIndicator indicator, ReferencePeriod period, List<ReferencePersonPeriod> rows) {
    List<String> missing = coverage.notDelivered(indicator.tables());
    if (!missing.isEmpty()) {
      ReferenceSheet sheet = sheet(indicator, period, missing);
      values.add(sheet.notComputed(ReferenceCell.SCOPE, "crude", List.of()));
      for (String municipality : new TreeSet<>(scope)) {
        values.add(
            sheet.notComputed(
                ReferenceCell.ofArea("municipality", municipality), "crude", List.of()));
      }
      return;
    }
    addCells(
        sheet(indicator, period, lookBack(indicator, period)),
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
        sheet(indicator, pooled, lookBack(indicator, first)),
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

  private ReferenceSheet sheet(
      ReferenceIndicator indicator, ReferencePeriod period, List<String> reasons) {
    boolean isPreliminary = period.measureDay().plusDays(30).isAfter(dataThrough);
    return new ReferenceSheet(indicator, period, isPreliminary, reasons);
  }

  private void addCells(ReferenceSheet sheet, Map<ReferenceCell, Group> groups) {
    groups.forEach(
        (cell, group) -> {
          List<String> missing = missing(sheet.indicator(), cell, group);
          if (missing.isEmpty()) {
            addComputed(sheet, cell, group);
          } else {
            values.add(sheet.notComputed(cell, "crude", missing));
            if (sheet.indicator().isStandardised() && cell.isStandardised()) {
              values.add(sheet.notComputed(cell, "esp2013", missing));
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

  private void addComputed(ReferenceSheet sheet, ReferenceCell cell, Group group) {
    ReferenceIndicator indicator = sheet.indicator();
    Kind kind = indicator.measure().kind();
    List<String> without =
        cell.areaLevel().equals("scope") ? coverage.without(indicator.tables()) : List.of();
    List<Term> terms = indicator.counted(group.terms());
    Estimate crude = ReferenceStatistics.crude(kind, terms);
    add(
        sheet.computed(cell, "crude", crude, terms, without),
        indicator,
        ReferenceStatistics.crudeError(kind, terms));
    if (!indicator.isStandardised() || !cell.isStandardised()) {
      return;
    }
    if (isTooSmallToStandardise(kind, terms)) {
      values.add(sheet.notComputed(cell, "esp2013", joined(List.of("fewer than 10"), without)));
      return;
    }
    Standardised standardised = ReferenceStatistics.standardised(kind, terms);
    int leftOut = standardised.groupsLeftOut();
    List<String> groups = leftOut == 0 ? List.of() : List.of(leftOut + " age groups left out");
    add(
        sheet.computed(cell, "esp2013", standardised.estimate(), terms, joined(groups, without)),
        indicator,
        standardised.error());
  }

  private void add(IndicatorValue value, ReferenceIndicator indicator, @Nullable Double error) {
    values.add(value);
    if (error != null) {
      errors.put(value, error * indicator.measure().multiplier());
    }
  }

  /** The numerator decides, and for a mean the number of persons that it is the mean of. */
  private static boolean isTooSmallToStandardise(Kind kind, List<Term> terms) {
    return (kind == Kind.MEAN ? terms.size() : ReferenceStatistics.numerator(terms)) < FEWEST;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
