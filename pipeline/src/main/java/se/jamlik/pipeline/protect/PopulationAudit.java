package se.jamlik.pipeline.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.Population;
import se.jamlik.pipeline.measure.PopulationCell;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * The part of the audit that looks at table population, where residents may be shown in a row whose
 * value is not.
 */
final class PopulationAudit {
  private static final List<String> KEY =
      List.of("period", "area_level", "area", "sex", "age_group");

  private PopulationAudit() {}

  /** What is wrong, in a line for each way; empty when nothing is. */
  static List<String> problems(Protected tables) {
    PerturbationTable table = tables.evidence().table();
    Thresholds thresholds = tables.evidence().thresholds();
    Map<List<String>, Sums> exact = new HashMap<>();
    tables
        .evidence()
        .measured()
        .multimorbidity()
        .populations()
        .forEach(cell -> exact.put(key(cell), cell.sums()));
    ReleaseTable rows = tables.table(Population.TABLE);
    Finding small = Finding.ofSmallCounts(rows);
    Finding other = Finding.ofOtherNumbers(rows);
    for (AuditedRow row : AuditedRow.of(rows)) {
      Sums sums = exact.get(row.words(KEY));
      if (sums == null) {
        other.addIf(true);
      } else {
        Sums shown = ShownSums.of(Kind.PROPORTION, sums, table).sums();
        other.addIf(!holds(row, shown));
        small.addIf(isSmall(row, shown, thresholds));
      }
    }
    return Finding.told(small, other);
  }

  private static boolean holds(AuditedRow row, Sums shown) {
    boolean holdsResidents = row.holdsCount("persons", shown.denominator().persons());
    return row.isShown()
        ? holdsResidents && row.holdsCount("multimorbid", shown.numerator().persons())
        : (holdsResidents || !row.hasAnyOf("persons"))
            && !row.hasAnyOf("multimorbid", "value", "ci_low", "ci_high");
  }

  private static boolean isSmall(AuditedRow row, Sums shown, Thresholds thresholds) {
    boolean hasFewResidents =
        row.hasAnyOf("persons") && ShownPopulation.isFew((long) row.number("persons"), thresholds);
    return hasFewResidents
        || row.isSmall("multimorbid", thresholds)
        || (row.isShown() && thresholds.whyHidden(Kind.PROPORTION, shown).isPresent());
  }

  private static List<String> key(PopulationCell source) {
    Cell cell = source.cell();
    return List.of(cell.period(), cell.areaLevel(), cell.area(), cell.sex(), cell.ageGroup());
  }
}
