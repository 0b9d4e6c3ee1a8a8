package se.jamlik.pipeline.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Comparison;
import se.jamlik.pipeline.measure.ConditionCell;
import se.jamlik.pipeline.measure.ConditionCount;
import se.jamlik.pipeline.measure.ConditionPair;
import se.jamlik.pipeline.measure.ConditionPrevalence;
import se.jamlik.pipeline.measure.Equities;
import se.jamlik.pipeline.measure.Equity;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.PairCell;
import se.jamlik.pipeline.measure.PrevalenceCell;
import se.jamlik.pipeline.measure.References;
import se.jamlik.pipeline.measure.Signal;
import se.jamlik.pipeline.measure.Signals;
import se.jamlik.pipeline.measure.Status;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * The stage that decides what may be shown. What it leaves has the grain of what it was given:
 * every row is there, with a status.
 */
public final class Protect {
  /** Tables that count rows of files, which are shown as they are. */
  private static final Set<String> COUNTS_OF_ROWS = Set.of("delivery", "quality");

  private final PerturbationTable table;
  private final Thresholds thresholds;
  private final Suppression suppression = new Suppression();

  private Protect(ProtectionRules rules) {
    this.table = PerturbationTable.of(rules);
    this.thresholds = new Thresholds(rules);
  }

  /**
   * Makes the tables that may be published.
   *
   * @param countsOfRows the tables delivery and quality
   */
  public static Protected shown(
      Measured measured,
      List<LinkRate> linkRates,
      List<ReleaseTable> countsOfRows,
      ProtectionRules rules) {
    countsOfRows.stream()
        .filter(table -> !COUNTS_OF_ROWS.contains(table.name()))
        .forEach(
            table -> {
              throw new IllegalArgumentException(
                  "Table %s does not count rows of files".formatted(table.name()));
            });
    return new Protect(rules).shown(measured, emitted(linkRates), countsOfRows);
  }

  /** The table link_rate with exact numbers, for the pipeline's own folder {@code measured/}. */
  public static ReleaseTable exactLinkRates(List<LinkRate> linkRates) {
    return ShownLinkRate.exactTable(emitted(linkRates));
  }

  /** Groups without rows are not emitted (release.md, link_rate). */
  private static List<LinkRate> emitted(List<LinkRate> linkRates) {
    return linkRates.stream().filter(LinkRate::hasRows).toList();
  }

  private Protected shown(
      Measured measured, List<LinkRate> linkRates, List<ReleaseTable> countsOfRows) {
    List<ReleaseTable> tables = new ArrayList<>();
    List<IndicatorValue> values = indicatorValues(IndicatorValue.TABLE, measured.indicatorCells());
    tables.add(IndicatorValue.table(values));
    tables.add(Equity.table(equities(values, measured.municipalities())));
    tables.add(Signal.table(signals(values, measured.references())));
    tables.add(
        IndicatorValue.pooledTable(
            indicatorValues(IndicatorValue.POOLED_TABLE, measured.pooledCells())));
    tables.add(measured.references().table());
    tables.add(ConditionCount.table(conditionCounts(measured)));
    tables.add(ConditionPrevalence.table(prevalences(measured)));
    tables.add(ConditionPair.table(pairs(measured)));
    tables.addAll(
        new ShownMultimorbidity(table, thresholds, suppression).tables(measured.multimorbidity()));
    tables.add(ShownLinkRate.table(linkRates(linkRates)));
    tables.addAll(measured.definitions());
    tables.addAll(countsOfRows);
    tables.add(suppression.table());
    return new Protected(tables, new Evidence(measured, linkRates, table, thresholds));
  }

  private List<IndicatorValue> indicatorValues(String ofTable, List<IndicatorCell> cells) {
    ShownIndicator shown = new ShownIndicator(table, thresholds);
    List<IndicatorValue> values = new ArrayList<>();
    for (IndicatorCell cell : cells) {
      for (Decision<IndicatorValue> decision : shown.rows(cell)) {
        values.add(decision.row());
        suppression.count(ofTable, cell.indicator().id(), cell.cell().period(), decision.kind());
      }
    }
    return values;
  }

  /** Made of what is shown, as equity is. */
  private List<Signal> signals(List<IndicatorValue> shown, References references) {
    List<Signal> signals = Signals.of(shown, references);
    for (Signal signal : signals) {
      suppression.count(
          Signal.TABLE, signal.indicator(), signal.period(), kindOfDerived(signal.status()));
    }
    return signals;
  }

  /** What is derived has no count of its own that could be small. */
  private static Decision.Kind kindOfDerived(Status status) {
    return status == Status.SUPPRESSED ? Decision.Kind.SECONDARY : Decision.Kind.OPEN;
  }

  /** Made of what is shown, so that a hidden value hides what rests on it and nothing else does. */
  private List<Equity> equities(List<IndicatorValue> shown, List<String> municipalities) {
    List<Equity> equities = Equities.of(shown, municipalities);
    for (Equity equity : equities) {
      Comparison source = equity.source();
      suppression.count(
          Equity.TABLE, source.indicator().id(), source.period(), kindOfDerived(equity.status()));
    }
    return equities;
  }

  private List<ConditionCount> conditionCounts(Measured measured) {
    ShownConditions shown = new ShownConditions(table, thresholds);
    List<ConditionCount> counts = new ArrayList<>();
    for (ConditionCell cell : measured.conditionCells()) {
      Decision<ConditionCount> decision = shown.row(cell);
      counts.add(decision.row());
      suppression.count(
          ConditionCount.TABLE, cell.grouper(), cell.cell().period(), decision.kind());
    }
    return counts;
  }

  private List<ConditionPrevalence> prevalences(Measured measured) {
    ShownPrevalence shown = new ShownPrevalence(table, thresholds);
    List<ConditionPrevalence> prevalences = new ArrayList<>();
    for (PrevalenceCell cell : measured.prevalenceCells()) {
      Decision<ConditionPrevalence> decision = shown.row(cell);
      prevalences.add(decision.row());
      suppression.count(
          ConditionPrevalence.TABLE, cell.grouper(), cell.cell().period(), decision.kind());
    }
    return prevalences;
  }

  private List<ConditionPair> pairs(Measured measured) {
    ShownPair shown = new ShownPair(table, thresholds);
    List<ConditionPair> pairs = new ArrayList<>();
    for (PairCell cell : measured.pairCells()) {
      Decision<ConditionPair> decision = shown.row(cell);
      pairs.add(decision.row());
      suppression.count(ConditionPair.TABLE, cell.grouper(), cell.cell().period(), decision.kind());
    }
    return pairs;
  }

  private List<ShownLinkRate> linkRates(List<LinkRate> linkRates) {
    List<ShownLinkRate> shown = new ArrayList<>();
    for (LinkRate rate : linkRates) {
      Decision<ShownLinkRate> decision = ShownLinkRate.of(rate, table, thresholds);
      shown.add(decision.row());
      suppression.count(ShownLinkRate.TABLE, rate.table(), rate.period(), decision.kind());
    }
    return shown;
  }
}
