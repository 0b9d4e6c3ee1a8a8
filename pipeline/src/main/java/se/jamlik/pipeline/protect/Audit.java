package se.jamlik.pipeline.protect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.PersonColumns;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Looks at the finished tables once more before they are published, row by row: a small count that
 * is printed, a number that is not what its cell key gives, or a column about persons stops the
 * night.
 */
public final class Audit {
  private static final List<String> INDICATOR_KEY =
      List.of(
          "indicator", "period", "area_level", "area", "sex", "age_group", "dimension", "category");
  private static final List<String> LINK_KEY = List.of("table", "municipality", "period");
  private static final String[] LINK_NUMBERS = {
    "persons", "persons_linked", "rows", "rows_linked", "rate"
  };

  private final Protected tables;
  private final PerturbationTable table;
  private final Thresholds thresholds;
  private final List<String> problems = new ArrayList<>();

  private Audit(Protected tables) {
    this.tables = tables;
    this.table = tables.evidence().table();
    this.thresholds = tables.evidence().thresholds();
  }

  /** Refuses tables that would tell of somebody, with all problems at once. */
  public static void audit(Protected tables) {
    List<String> problems = new Audit(tables).problems();
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot publish the release: the disclosure audit found %d problems (expected none). Nothing was published; tell those who keep the program.%n%s"
              .formatted(problems.size(), String.join("\n", problems)));
    }
  }

  private List<String> problems() {
    tables.tables().forEach(this::auditColumns);
    auditIndicatorValues(
        tables.table(IndicatorValue.TABLE), tables.evidence().measured().indicatorCells());
    auditIndicatorValues(
        tables.table(IndicatorValue.POOLED_TABLE), tables.evidence().measured().pooledCells());
    problems.addAll(new AuditedEquity(tables).problems());
    problems.addAll(new AuditedSignals(tables).problems());
    problems.addAll(ConditionAudit.problems(tables));
    problems.addAll(MultimorbidityAudit.problems(tables));
    problems.addAll(PopulationAudit.problems(tables));
    auditLinkRates(tables.table(ShownLinkRate.TABLE));
    return problems;
  }

  private void auditColumns(ReleaseTable of) {
    Stream.of(of.schema().fieldNames())
        .filter(PersonColumns::has)
        .forEach(name -> problems.add("%s: column %s is about persons".formatted(of.name(), name)));
  }

  private void auditIndicatorValues(ReleaseTable values, List<IndicatorCell> cells) {
    Map<List<String>, IndicatorCell> exact = new HashMap<>();
    cells.forEach(cell -> exact.put(key(cell), cell));
    Finding small = Finding.ofSmallCounts(values);
    Finding other = Finding.ofOtherNumbers(values);
    for (AuditedRow row : AuditedRow.of(values)) {
      IndicatorCell cell = exact.get(row.words(INDICATOR_KEY));
      if (cell == null || !row.isShown()) {
        other.addIf(cell == null || row.hasAnyOf("numerator", "denominator", "value"));
      } else {
        Kind kind = cell.indicator().kind();
        Sums shown = ShownSums.of(kind, cell.sums().total(), table).sums();
        other.addIf(!row.holds("numerator", shown.numerator().sum()));
        other.addIf(!row.holds("denominator", shown.denominator().sum()));
        small.addIf(thresholds.whyHidden(cell, shown).isPresent());
        small.addIf(kind == Kind.PROPORTION && row.isSmall("numerator", thresholds));
        small.addIf(row.isSmall("denominator", thresholds));
      }
    }
    problems.addAll(Finding.told(small, other));
  }

  private void auditLinkRates(ReleaseTable rates) {
    Map<List<String>, LinkRate> exact = new HashMap<>();
    tables
        .evidence()
        .linkRates()
        .forEach(
            rate -> exact.put(List.of(rate.table(), rate.municipality(), rate.period()), rate));
    Finding small = Finding.ofSmallCounts(rates);
    Finding other = Finding.ofOtherNumbers(rates);
    for (AuditedRow row : AuditedRow.of(rates)) {
      LinkRate rate = exact.get(row.words(LINK_KEY));
      if (rate == null || !row.isShown()) {
        other.addIf(rate == null || row.hasAnyOf(LINK_NUMBERS));
      } else {
        other.addIf(!holds(row, rate));
        small.addIf(
            row.isSmall("persons", thresholds) || row.isSmall("persons_linked", thresholds));
      }
    }
    problems.addAll(Finding.told(small, other));
  }

  /** Rows would tell how many persons there are, if they were not scaled with them. */
  private boolean holds(AuditedRow row, LinkRate rate) {
    long persons = table.shown(rate.persons(), rate.personsKey());
    long linked = Math.min(persons, table.shown(rate.personsLinked(), rate.personsLinkedKey()));
    long rows = scaled(rate.rows(), persons, rate.persons());
    long rowsLinked = Math.min(rows, scaled(rate.rowsLinked(), linked, rate.personsLinked()));
    return row.holdsCount("persons", persons)
        && row.holdsCount("persons_linked", linked)
        && row.holdsCount("rows", rows)
        && row.holdsCount("rows_linked", rowsLinked)
        && row.holds("rate", (double) rowsLinked / rows);
  }

  private static long scaled(long rows, long shown, long persons) {
    return BigDecimal.valueOf(rows)
        .multiply(BigDecimal.valueOf(shown))
        .divide(BigDecimal.valueOf(Math.max(persons, 1)), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static List<String> key(IndicatorCell cell) {
    return Stream.concat(Stream.of(cell.indicator().id()), words(cell.cell())).toList();
  }

  private static Stream<String> words(Cell cell) {
    return Stream.of(
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.dimension(),
        cell.category());
  }
}
