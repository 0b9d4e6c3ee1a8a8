package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.ConditionCell;
import se.jamlik.pipeline.measure.ConditionCount;
import se.jamlik.pipeline.measure.ConditionPair;
import se.jamlik.pipeline.measure.ConditionPrevalence;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.PairCell;
import se.jamlik.pipeline.measure.PairSums;
import se.jamlik.pipeline.measure.PrevalenceCell;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** The part of the audit that looks at the three tables of conditions. */
final class ConditionAudit {
  private static final List<String> COUNT_KEY =
      List.of(
          "grouper",
          "period",
          "area_level",
          "area",
          "sex",
          "age_group",
          "income_quintile",
          "conditions");
  private static final List<String> PREVALENCE_KEY =
      List.of("grouper", "condition", "period", "area_level", "area", "sex", "age_group");
  private static final List<String> PAIR_KEY =
      List.of("grouper", "condition_a", "condition_b", "period", "sex", "age_group");

  private final PerturbationTable table;
  private final Thresholds thresholds;

  private ConditionAudit(Evidence evidence) {
    this.table = evidence.table();
    this.thresholds = evidence.thresholds();
  }

  static List<String> problems(Protected tables) {
    ConditionAudit audit = new ConditionAudit(tables.evidence());
    Measured measured = tables.evidence().measured();
    Map<List<String>, Sums> counts = new HashMap<>();
    measured.conditionCells().forEach(cell -> counts.put(key(cell), cell.sums()));
    Map<List<String>, Sums> prevalences = new HashMap<>();
    measured.prevalenceCells().forEach(cell -> prevalences.put(key(cell), cell.sums()));
    Map<List<String>, PairSums> pairs = new HashMap<>();
    measured.pairCells().forEach(cell -> pairs.put(key(cell), cell.sums()));

    List<String> problems = new ArrayList<>();
    problems.addAll(audit.ofShares(tables.table(ConditionCount.TABLE), COUNT_KEY, counts));
    problems.addAll(
        audit.ofShares(tables.table(ConditionPrevalence.TABLE), PREVALENCE_KEY, prevalences));
    problems.addAll(audit.ofPairs(tables.table(ConditionPair.TABLE), pairs));
    return problems;
  }

  private List<String> ofShares(
      ReleaseTable shares, List<String> keyColumns, Map<List<String>, Sums> exact) {
    Finding small = Finding.ofSmallCounts(shares);
    Finding other = Finding.ofOtherNumbers(shares);
    for (AuditedRow row : AuditedRow.of(shares)) {
      Sums sums = exact.get(row.words(keyColumns));
      if (sums == null || !row.isShown()) {
        other.addIf(sums == null || row.hasAnyOf("persons", "population", "value"));
      } else {
        Sums shown = ShownSums.of(Kind.PROPORTION, sums, table).sums();
        other.addIf(!row.holdsCount("persons", shown.numerator().persons()));
        other.addIf(!row.holdsCount("population", shown.denominator().persons()));
        small.addIf(row.isSmall("persons", thresholds) || row.isSmall("population", thresholds));
      }
    }
    return Finding.told(small, other);
  }

  private List<String> ofPairs(ReleaseTable pairs, Map<List<String>, PairSums> exact) {
    Finding small = Finding.ofSmallCounts(pairs);
    Finding other = Finding.ofOtherNumbers(pairs);
    for (AuditedRow row : AuditedRow.of(pairs)) {
      PairSums sums = exact.get(row.words(PAIR_KEY));
      if (sums == null || !row.isShown()) {
        other.addIf(sums == null || row.hasAnyOf("persons", "expected", "lift", "ci_low"));
      } else {
        PairSums shown = ShownPair.shown(sums, table);
        other.addIf(!row.holdsCount("persons", shown.both().persons()));
        other.addIf(!row.holds("expected", shown.expected()));
        small.addIf(
            row.isSmall("persons", thresholds)
                || thresholds.isSmall(shown.withA().persons())
                || thresholds.isSmall(shown.withB().persons()));
      }
    }
    return Finding.told(small, other);
  }

  private static List<String> key(ConditionCell source) {
    Cell cell = source.cell();
    return List.of(
        source.grouper(),
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.category(),
        source.conditions());
  }

  private static List<String> key(PrevalenceCell source) {
    Cell cell = source.cell();
    return List.of(
        source.grouper(),
        source.condition(),
        cell.period(),
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup());
  }

  private static List<String> key(PairCell source) {
    Cell cell = source.cell();
    return List.of(
        source.grouper(),
        source.conditionA(),
        source.conditionB(),
        cell.period(),
        cell.sex(),
        cell.ageGroup());
  }
}
