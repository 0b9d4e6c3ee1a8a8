package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.CohortFlow;
import se.jamlik.pipeline.measure.Concentration;
import se.jamlik.pipeline.measure.ConcentrationCell;
import se.jamlik.pipeline.measure.ConditionOverlap;
import se.jamlik.pipeline.measure.ConditionTriad;
import se.jamlik.pipeline.measure.CostConcentration;
import se.jamlik.pipeline.measure.FlowCell;
import se.jamlik.pipeline.measure.Multimorbidity;
import se.jamlik.pipeline.measure.MultimorbidityOnset;
import se.jamlik.pipeline.measure.OnsetCell;
import se.jamlik.pipeline.measure.OverlapCell;
import se.jamlik.pipeline.measure.PairSums;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.measure.TriadCell;
import se.jamlik.pipeline.measure.TriadSums;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** The part of the audit that looks at the five tables of multimorbidity beyond counting. */
final class MultimorbidityAudit {
  private static final String[] NUMBERS = {
    "persons", "population", "residents", "value", "expected", "lift", "ci_low", "ci_high"
  };

  private final Protected tables;
  private final PerturbationTable table;
  private final Thresholds thresholds;

  private MultimorbidityAudit(Protected tables) {
    this.tables = tables;
    this.table = tables.evidence().table();
    this.thresholds = tables.evidence().thresholds();
  }

  /** What is wrong, in a line for each table and way; empty when nothing is. */
  static List<String> problems(Protected tables) {
    MultimorbidityAudit audit = new MultimorbidityAudit(tables);
    Multimorbidity exact = tables.evidence().measured().multimorbidity();
    List<String> problems = new ArrayList<>();
    problems.addAll(
        audit.of(
            ConditionTriad.TABLE,
            List.of("grouper", "condition_a", "condition_b", "condition_c", "period"),
            byKey(exact.triads(), MultimorbidityAudit::key),
            audit::isTriad));
    problems.addAll(
        audit.of(
            ConditionOverlap.TABLE,
            List.of(
                "overlap", "period", "area_level", "area", "sex", "age_group", "income_quintile"),
            byKey(exact.overlaps(), MultimorbidityAudit::key),
            audit::isOverlap));
    problems.addAll(
        audit.of(
            MultimorbidityOnset.TABLE,
            List.of("period", "area_level", "area", "sex", "income_quintile"),
            byKey(exact.onsets(), MultimorbidityAudit::key),
            audit::isOnset));
    problems.addAll(
        audit.of(
            CostConcentration.TABLE,
            List.of("period", "area_level", "area"),
            byKey(exact.concentrations(), MultimorbidityAudit::key),
            audit::isConcentration));
    problems.addAll(
        audit.of(
            CohortFlow.TABLE,
            List.of("cohort", "outcome", "period", "area_level", "area"),
            byKey(exact.flows(), MultimorbidityAudit::key),
            audit::isFlow));
    return problems;
  }

  private static <T> Map<List<String>, T> byKey(List<T> cells, Function<T, List<String>> key) {
    Map<List<String>, T> byKey = new HashMap<>();
    cells.forEach(cell -> byKey.put(key.apply(cell), cell));
    return byKey;
  }

  /**
   * Looks at the rows of one table.
   *
   * @param isAsShown whether a shown row holds the numbers that its cell gives
   */
  private <T> List<String> of(
      String name,
      List<String> keyColumns,
      Map<List<String>, T> exact,
      BiPredicate<AuditedRow, T> isAsShown) {
    ReleaseTable rows = tables.table(name);
    String[] numbers = Stream.of(NUMBERS).filter(rows.columns()::contains).toArray(String[]::new);
    Finding small = Finding.ofSmallCounts(rows);
    Finding other = Finding.ofOtherNumbers(rows);
    for (AuditedRow row : AuditedRow.of(rows)) {
      T cell = exact.get(row.words(keyColumns));
      if (cell == null || !row.isShown()) {
        other.addIf(cell == null || row.hasAnyOf(numbers));
      } else {
        other.addIf(!isAsShown.test(row, cell));
        small.addIf(
            Stream.of("persons", "population", "residents")
                .filter(rows.columns()::contains)
                .anyMatch(column -> row.isSmall(column, thresholds)));
      }
    }
    return Finding.told(small, other);
  }

  private boolean isTriad(AuditedRow row, TriadCell cell) {
    TriadSums shown = ShownTriad.shown(cell.sums(), table);
    return row.holdsCount("persons", shown.all().persons())
        && row.holds("expected", shown.expected());
  }

  private boolean isOverlap(AuditedRow row, OverlapCell cell) {
    PairSums shown = ShownOverlap.shown(cell.sums(), table);
    return row.holdsCount("persons", shown.both().persons())
        && row.holdsCount("population", shown.population().persons())
        && row.holds("expected", shown.expected());
  }

  private boolean isOnset(AuditedRow row, OnsetCell cell) {
    return row.holdsCount("population", ShownOnset.population(cell, table).persons())
        && row.holds("value", ShownOnset.age(cell, table).orElse(Double.NaN));
  }

  private boolean isConcentration(AuditedRow row, ConcentrationCell cell) {
    return row.holdsCount("population", ShownConcentration.residents(cell, table))
        && (row.hasAnyOf("percentile")
            ? isLorenz(row, cell)
            : row.holds("value", ShownConcentration.gini(cell, table)));
  }

  /** What the shown top leaves, of the point or of one above it. */
  private boolean isLorenz(AuditedRow row, ConcentrationCell cell) {
    int place = Concentration.PERCENTILES.indexOf((int) row.number("percentile"));
    return IntStream.range(place, Concentration.PERCENTILES.size())
        .mapToDouble(above -> 100 * (1 - ShownConcentration.top(cell, above, table).sums().value()))
        .anyMatch(value -> row.holds("value", value));
  }

  private boolean isFlow(AuditedRow row, FlowCell cell) {
    Sums shown = ShownFlow.shown(cell, table).sums();
    return row.holdsCount("persons", shown.numerator().persons())
        && row.holdsCount("population", shown.denominator().persons())
        && (!row.hasAnyOf("residents")
            || row.holdsCount("residents", table.shown(cell.sums().residents())));
  }

  private static List<String> key(TriadCell source) {
    return Stream.concat(
            Stream.concat(Stream.of(source.grouper()), source.conditions().stream()),
            Stream.of(source.cell().period()))
        .toList();
  }

  private static List<String> key(OverlapCell source) {
    Cell cell = source.cell();
    return List.of(
        source.overlap().text(),
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.category());
  }

  private static List<String> key(OnsetCell source) {
    Cell cell = source.cell();
    return List.of(cell.period(), cell.areaLevel(), cell.area(), cell.sex(), cell.category());
  }

  private static List<String> key(ConcentrationCell source) {
    Cell cell = source.cell();
    return List.of(cell.period(), cell.areaLevel(), cell.area());
  }

  private static List<String> key(FlowCell source) {
    Cell cell = source.cell();
    return List.of(
        source.cohort().text(),
        source.outcome().text(),
        cell.period(),
        cell.areaLevel(),
        cell.area());
  }
}
