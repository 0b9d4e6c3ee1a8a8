package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * What is known of multimorbidity beyond counting: which conditions come three together, from what
 * age, with what mental ones, what it costs, what becomes of the sickest, and how many there are of
 * each sex and age.
 *
 * @param triads those that may be among the most common of their grouper and period
 * @param overlaps in the order of the release
 * @param onsets in the order of the release
 * @param concentrations in the order of the release
 * @param flows in the order of the release
 * @param populations in the order of the release
 */
public record Multimorbidity(
    List<TriadCell> triads,
    List<OverlapCell> overlaps,
    List<OnsetCell> onsets,
    List<ConcentrationCell> concentrations,
    List<FlowCell> flows,
    List<PopulationCell> populations) {
  public Multimorbidity {
    triads = List.copyOf(triads);
    overlaps = overlaps.stream().sorted().toList();
    onsets = onsets.stream().sorted().toList();
    concentrations = concentrations.stream().sorted().toList();
    flows = flows.stream().sorted().toList();
    populations = populations.stream().sorted().toList();
  }

  /** The tables of exact numbers. */
  Stream<ReleaseTable> tables() {
    return Stream.of(
        ConditionTriad.table(ConditionTriad.exact(triads)),
        ConditionOverlap.table(ConditionOverlap.exact(overlaps)),
        MultimorbidityOnset.table(onsets.stream().map(MultimorbidityOnset::exact).toList()),
        CostConcentration.table(
            concentrations.stream()
                .flatMap(cell -> CostConcentration.exact(cell).stream())
                .toList()),
        CohortFlow.table(flows.stream().map(CohortFlow::exact).toList()),
        Population.table(populations.stream().map(Population::exact).toList()));
  }
}
