package se.jamlik.pipeline.measure;

import java.util.List;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * The exact numbers of a night: for the pipeline's own folder {@code measured/} and for protect.
 *
 * @param indicatorCells in the order of the release
 * @param conditionCells in the order of the release
 * @param prevalenceCells in the order of the release
 * @param pairCells in the order of the release
 * @param pooledCells of several years together, in the order of the release
 * @param references values from elsewhere, which are not ours to protect
 * @param multimorbidity what is known of it beyond counting
 * @param municipalities of the scope
 * @param definitions the tables that tell what the numbers mean
 */
public record Measured(
    List<IndicatorCell> indicatorCells,
    List<ConditionCell> conditionCells,
    List<PrevalenceCell> prevalenceCells,
    List<PairCell> pairCells,
    List<IndicatorCell> pooledCells,
    References references,
    Multimorbidity multimorbidity,
    List<String> municipalities,
    List<ReleaseTable> definitions) {
  public Measured {
    indicatorCells = List.copyOf(indicatorCells);
    conditionCells = List.copyOf(conditionCells);
    prevalenceCells = List.copyOf(prevalenceCells);
    pairCells = List.copyOf(pairCells);
    pooledCells = List.copyOf(pooledCells);
    municipalities = List.copyOf(municipalities);
    definitions = List.copyOf(definitions);
  }

  /** The tables of the release before disclosure control: same names and columns, exact numbers. */
  public List<ReleaseTable> tables() {
    List<IndicatorValue> values = values(indicatorCells);
    return Stream.of(
            Stream.of(
                IndicatorValue.table(values),
                Equity.table(Equities.of(values, municipalities)),
                Signal.table(Signals.of(values, references)),
                IndicatorValue.pooledTable(values(pooledCells)),
                references.table(),
                ConditionCount.table(conditionCells.stream().map(ConditionCount::exact).toList()),
                ConditionPrevalence.table(
                    prevalenceCells.stream().map(ConditionPrevalence::exact).toList()),
                ConditionPair.table(ConditionPair.exact(pairCells))),
            multimorbidity.tables(),
            definitions.stream())
        .flatMap(tables -> tables)
        .toList();
  }

  private static List<IndicatorValue> values(List<IndicatorCell> cells) {
    return cells.stream().flatMap(cell -> cell.values().stream()).toList();
  }
}
