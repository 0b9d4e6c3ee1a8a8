package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.FunnelLimits;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.References;
import se.jamlik.pipeline.measure.Signal;
import se.jamlik.pipeline.measure.Standard;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReferenceValue;

/**
 * Holds the rows of table signal against those of table indicator_value that stand beside them: a
 * signal that rests on a hidden value, or holds another number than the shown ones give, tells of
 * what is hidden.
 */
final class AuditedSignals {
  private static final String[] NUMBERS = {
    "value", "reference", "low_95", "high_95", "low_998", "high_998", "verdict"
  };

  private final List<AuditedRow> rows;
  private final Map<List<String>, AuditedRow> byPeriod = new HashMap<>();
  private final Map<List<String>, List<AuditedRow>> byArea = new HashMap<>();
  private final Map<String, IndicatorDefinition> indicators = new HashMap<>();
  private final References references;

  AuditedSignals(Protected tables) {
    rows = AuditedRow.of(tables.table(Signal.TABLE));
    references = tables.evidence().measured().references();
    AuditedRow.of(tables.table(IndicatorValue.TABLE)).stream()
        .filter(AuditedSignals::isOfWholeArea)
        .forEach(this::add);
    tables
        .evidence()
        .measured()
        .indicatorCells()
        .forEach(cell -> indicators.put(cell.indicator().id(), cell.indicator()));
  }

  private static boolean isOfWholeArea(AuditedRow row) {
    return row.words(List.of("sex", "age_group", "dimension", "standard"))
        .equals(List.of(Cell.ALL, Cell.ALL, Cell.NONE, Standard.CRUDE.text()));
  }

  private void add(AuditedRow row) {
    byPeriod.put(row.words(List.of("indicator", "period", "area")), row);
    if (row.word("period").matches("\\d{4}")) {
      byArea
          .computeIfAbsent(row.words(List.of("indicator", "area")), absent -> new ArrayList<>())
          .add(row);
    }
  }

  /** What is wrong, in one line for each way; empty when nothing is. */
  List<String> problems() {
    return Finding.inDerived(Signal.TABLE, rows, this::restsOnHidden, this::isOther);
  }

  private boolean restsOnHidden(AuditedRow row) {
    if (!row.isShown()) {
      return row.hasAnyOf(NUMBERS);
    }
    return isTrend(row)
        ? byArea.getOrDefault(row.words(List.of("indicator", "area")), List.of()).stream()
            .anyMatch(year -> !year.isShown())
        : shown(row, row.word("area")).isEmpty() || reference(row).isEmpty();
  }

  /** A trend's numbers cannot be made again of the columns of indicator_value. */
  private boolean isOther(AuditedRow row) {
    if (!row.isShown() || isTrend(row)) {
      return false;
    }
    AuditedRow own = shown(row, row.word("area")).orElseThrow();
    double reference = reference(row).orElseThrow();
    IndicatorDefinition indicator = Objects.requireNonNull(indicators.get(row.word("indicator")));
    boolean hasOtherLimits =
        FunnelLimits.of(
                indicator.kind(),
                reference / indicator.multiplier(),
                own.number("denominator"),
                Optional.empty())
            .filter(limits -> !holds(row, limits.times(indicator.multiplier())))
            .isPresent();
    return hasOtherLimits
        || !row.holds("value", own.number("value"))
        || !row.holds("reference", reference);
  }

  /** What a funnel row must be held against; nothing where that is hidden. */
  private Optional<Double> reference(AuditedRow row) {
    return references
        .of(row.word("indicator"), row.word("period"))
        .map(ReferenceValue::value)
        .or(() -> shown(row, Cell.SCOPE).map(scope -> scope.number("value")));
  }

  private static boolean holds(AuditedRow row, FunnelLimits limits) {
    return row.holds("low_95", limits.of95().low())
        && row.holds("high_95", limits.of95().high())
        && row.holds("low_998", limits.of998().low())
        && row.holds("high_998", limits.of998().high());
  }

  private static boolean isTrend(AuditedRow row) {
    return row.word("kind").equals(Signal.Kind.TREND.text());
  }

  private Optional<AuditedRow> shown(AuditedRow row, String area) {
    return Optional.ofNullable(
            byPeriod.get(List.of(row.word("indicator"), row.word("period"), area)))
        .filter(AuditedRow::isShown);
  }
}
