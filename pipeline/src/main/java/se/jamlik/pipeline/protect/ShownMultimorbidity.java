package se.jamlik.pipeline.protect;

import java.util.List;
import se.jamlik.pipeline.measure.CohortFlow;
import se.jamlik.pipeline.measure.ConditionOverlap;
import se.jamlik.pipeline.measure.ConditionTriad;
import se.jamlik.pipeline.measure.CostConcentration;
import se.jamlik.pipeline.measure.Multimorbidity;
import se.jamlik.pipeline.measure.MultimorbidityOnset;
import se.jamlik.pipeline.measure.Population;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * The six tables of multimorbidity beyond counting as they may be shown.
 *
 * @param suppression counts what is hidden
 */
record ShownMultimorbidity(
    PerturbationTable table, Thresholds thresholds, Suppression suppression) {

  List<ReleaseTable> tables(Multimorbidity exact) {
    return List.of(
        ConditionTriad.table(triads(exact)),
        ConditionOverlap.table(overlaps(exact)),
        MultimorbidityOnset.table(onsets(exact)),
        CostConcentration.table(concentrations(exact)),
        CohortFlow.table(flows(exact)),
        Population.table(populations(exact)));
  }

  private List<ConditionTriad> triads(Multimorbidity exact) {
    return new ShownTriad(table, thresholds)
        .rows(exact.triads()).stream()
            .map(
                decision ->
                    counted(
                        ConditionTriad.TABLE,
                        decision.row().source().grouper(),
                        decision.row().source().cell().period(),
                        decision))
            .toList();
  }

  private List<ConditionOverlap> overlaps(Multimorbidity exact) {
    ShownOverlap shown = new ShownOverlap(table, thresholds);
    return exact.overlaps().stream()
        .map(
            cell ->
                counted(
                    ConditionOverlap.TABLE,
                    cell.overlap().text(),
                    cell.cell().period(),
                    shown.row(cell)))
        .toList();
  }

  private List<MultimorbidityOnset> onsets(Multimorbidity exact) {
    ShownOnset shown = new ShownOnset(table, thresholds);
    return exact.onsets().stream()
        .map(
            cell ->
                counted(MultimorbidityOnset.TABLE, "MM2", cell.cell().period(), shown.row(cell)))
        .toList();
  }

  private List<CostConcentration> concentrations(Multimorbidity exact) {
    ShownConcentration shown = new ShownConcentration(table, thresholds);
    return exact.concentrations().stream()
        .flatMap(cell -> shown.rows(cell).stream())
        .map(
            decision ->
                counted(
                    CostConcentration.TABLE,
                    decision.row().measure(),
                    decision.row().source().cell().period(),
                    decision))
        .toList();
  }

  private List<CohortFlow> flows(Multimorbidity exact) {
    ShownFlow shown = new ShownFlow(table, thresholds);
    return exact.flows().stream()
        .map(
            cell ->
                counted(
                    CohortFlow.TABLE, cell.cohort().text(), cell.cell().period(), shown.row(cell)))
        .toList();
  }

  private List<Population> populations(Multimorbidity exact) {
    ShownPopulation shown = new ShownPopulation(table, thresholds);
    return exact.populations().stream()
        .map(cell -> counted(Population.TABLE, "MM2", cell.cell().period(), shown.row(cell)))
        .toList();
  }

  private <T> T counted(String of, String what, String period, Decision<T> decision) {
    suppression.count(of, what, period, decision.kind());
    return decision.row();
  }
}
