package se.jamlik.pipeline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;

/** Makes cells of sums, and tells of each what was missing and how far it can be trusted. */
final class IndicatorCells {
  private final Coverage coverage;
  private final MeasureRules rules;
  private final Deliveries deliveries;

  IndicatorCells(Coverage coverage, MeasureRules rules, Deliveries deliveries) {
    this.coverage = coverage;
    this.rules = rules;
    this.deliveries = deliveries;
  }

  /** The cells of one indicator, of the sums of its persons. */
  List<IndicatorCell> of(
      IndicatorDefinition indicator,
      SortedMap<Cell, GroupSums> sums,
      List<MeasuredPeriod> periods,
      Areas areas) {
    List<IndicatorCell> cells = new ArrayList<>();
    for (Map.Entry<Cell, GroupSums> entry : sums.entrySet()) {
      Cell cell = entry.getKey();
      MeasuredPeriod period = MeasuredPeriod.of(cell, periods);
      SortedSet<String> municipalities = cell.municipalities(areas);
      cells.add(
          new IndicatorCell(
              indicator,
              cell,
              about(indicator, cell, period, municipalities),
              deliveries.missing(indicator, municipalities),
              deliveries.reasons(indicator, cell, period),
              entry.getValue()));
    }
    return cells;
  }

  /**
   * Of the indicators that no delivery is there for: one row per period at the scope and at each
   * municipality, and nothing else.
   */
  List<IndicatorCell> notDelivered(Stream<IndicatorDefinition> of, List<MeasuredPeriod> periods) {
    List<IndicatorCell> cells = new ArrayList<>();
    of.forEach(
        indicator -> {
          List<String> missing = deliveries.missing(indicator);
          if (!missing.isEmpty()) {
            for (MeasuredPeriod period : periods) {
              wholeAreas(period)
                  .map(cell -> notDelivered(indicator, cell, period, missing))
                  .forEach(cells::add);
            }
          }
        });
    return cells;
  }

  private IndicatorCell notDelivered(
      IndicatorDefinition indicator, Cell cell, MeasuredPeriod period, List<String> missing) {
    About about = about(indicator, cell, period, cell.municipalities(coverage.areas()));
    return new IndicatorCell(indicator, cell, about, missing, List.of(), GroupSums.NONE);
  }

  private About about(
      IndicatorDefinition indicator,
      Cell cell,
      MeasuredPeriod period,
      SortedSet<String> municipalities) {
    // What fails in any municipality weighs where it is not one that the cell lies in.
    String municipality = municipalities.size() == 1 ? municipalities.first() : Cell.SCOPE;
    return period.about(
        areaName(cell),
        municipality,
        rules.trust().in(indicator, period.firstDay(), period.lastDay(), municipality));
  }

  private Stream<Cell> wholeAreas(MeasuredPeriod period) {
    return Stream.concat(
        Stream.of(Cell.wholeArea(period.name(), Cell.SCOPE, Cell.SCOPE)),
        rules.scope().municipalities().stream()
            .map(code -> Cell.wholeArea(period.name(), Cell.MUNICIPALITY, code)));
  }

  private String areaName(Cell cell) {
    return cell.isScope() ? rules.scope().name() : coverage.areas().nameOf(cell.area());
  }
}
