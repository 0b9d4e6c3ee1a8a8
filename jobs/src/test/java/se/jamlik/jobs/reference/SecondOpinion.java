package se.jamlik.jobs.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceTables.CohortFlow;
import se.jamlik.jobs.reference.ReferenceTables.ConditionCount;
import se.jamlik.jobs.reference.ReferenceTables.ConditionOverlap;
import se.jamlik.jobs.reference.ReferenceTables.ConditionPair;
import se.jamlik.jobs.reference.ReferenceTables.ConditionPrevalence;
import se.jamlik.jobs.reference.ReferenceTables.ConditionTriad;
import se.jamlik.jobs.reference.ReferenceTables.CostConcentration;
import se.jamlik.jobs.reference.ReferenceTables.Delivery;
import se.jamlik.jobs.reference.ReferenceTables.Equity;
import se.jamlik.jobs.reference.ReferenceTables.EquityLimits;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;
import se.jamlik.jobs.reference.ReferenceTables.LinkRate;
import se.jamlik.jobs.reference.ReferenceTables.Population;
import se.jamlik.jobs.reference.ReferenceTables.Signal;

/**
 * Holds the exact tables of a night against the reference's. The indicators that the night does not
 * measure yet are named: the night must have all others, and none of these.
 */
public record SecondOpinion(Reference reference, Set<String> notMeasuredYet) {
  private static final int MOST_SHOWN = 40;

  /** What a night leaves in one of its exact tables, with the columns of the release contract. */
  @FunctionalInterface
  interface Night {
    List<Map<String, @Nullable Object>> rows(String table) throws Exception;
  }

  /** Of a night that measures all that the contract has; empty when the two agree in every cell. */
  public static List<String> differences(Path inbox, Path out, LocalDate asOf) throws Exception {
    return new SecondOpinion(Reference.of(inbox, asOf), Set.of()).on(new MeasuredNight(inbox, out));
  }

  /** Empty when the night and the reference agree in every cell. */
  List<String> on(Night night) throws Exception {
    List<String> differences = new ArrayList<>(onIndicators(night));
    differences.addAll(onEquity(night));
    differences.addAll(
        differences(
            "signal",
            reference.signals().stream()
                .filter(row -> !notMeasuredYet.contains(row.indicator()))
                .toList(),
            night,
            Signal.KEY));
    differences.addAll(
        differences(
            "pooled_value",
            reference.pooledValues().stream()
                .filter(row -> !notMeasuredYet.contains(row.indicator()))
                .toList(),
            night,
            IndicatorValue.KEY));
    differences.addAll(
        differences("condition_count", reference.conditionCounts(), night, ConditionCount.KEY));
    differences.addAll(
        differences(
            "condition_prevalence",
            reference.conditionPrevalences(),
            night,
            ConditionPrevalence.KEY));
    differences.addAll(
        differences("condition_pair", reference.conditionPairs(), night, ConditionPair.KEY));
    differences.addAll(differences("population", reference.populations(), night, Population.KEY));
    differences.addAll(onMultimorbidity(night));
    differences.addAll(differences("link_rate", reference.linkRates(), night, LinkRate.KEY));
    differences.addAll(differences("delivery", reference.deliveries(), night, Delivery.KEY));
    return differences;
  }

  private List<String> onMultimorbidity(Night night) throws Exception {
    ReferenceMultimorbidity expected = reference.multimorbidity();
    List<String> differences = new ArrayList<>();
    differences.addAll(
        differences("condition_triad", expected.triads(), night, ConditionTriad.KEY));
    differences.addAll(
        differences("condition_overlap", expected.overlaps(), night, ConditionOverlap.KEY));
    differences.addAll(
        differences("multimorbidity_onset", reference.onsets(), night, ReferenceOnset.Row.KEY));
    differences.addAll(
        differences(
            "cost_concentration",
            reference.cohorts().concentrations(),
            night,
            CostConcentration.KEY));
    differences.addAll(
        differences("cohort_flow", reference.cohorts().flows(), night, CohortFlow.KEY));
    return differences;
  }

  private List<String> onIndicators(Night night) throws Exception {
    List<IndicatorValue> expected = expectedIndicatorValues();
    List<String> differences = new ArrayList<>();
    Set<String> wanted =
        expected.stream()
            .map(IndicatorValue::indicator)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found =
        night.rows("indicator_value").stream()
            .map(row -> String.valueOf(row.get("indicator")))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!wanted.equals(found)) {
      differences.add("indicators expected " + wanted + " but were " + found);
    }
    differences.addAll(differences("indicator_value", expected, night, IndicatorValue.KEY));
    return differences;
  }

  /** Values and closed limits are compared; limits by draws must hold their value. */
  private List<String> onEquity(Night night) throws Exception {
    ReferenceEquity expected = reference.equity();
    List<Map<String, @Nullable Object>> rows = night.rows("equity");
    List<String> differences =
        new ArrayList<>(
            differences(
                "equity",
                expected.rows().stream()
                    .filter(row -> !notMeasuredYet.contains(row.indicator()))
                    .toList(),
                table -> rows,
                Equity.KEY));
    List<EquityLimits> limits =
        expected.limits().stream()
            .filter(row -> !notMeasuredYet.contains(row.indicator()))
            .toList();
    Set<List<String>> closed =
        Difference.rows(limits).stream().map(SecondOpinion::equityKey).collect(Collectors.toSet());
    differences.addAll(
        differences(
            "equity",
            limits,
            table -> rows.stream().filter(row -> closed.contains(equityKey(row))).toList(),
            Equity.KEY));
    rows.stream()
        .filter(row -> !holdsItsValue(row))
        .limit(MOST_SHOWN)
        .forEach(row -> differences.add("equity: limits do not hold the value of " + row));
    return differences;
  }

  static List<String> equityKey(Map<String, @Nullable Object> row) {
    return Equity.KEY.stream().map(column -> String.valueOf(row.get(column))).toList();
  }

  private static boolean holdsItsValue(Map<String, @Nullable Object> row) {
    if (row.get("ci_low") instanceof Double low && row.get("ci_high") instanceof Double high) {
      return row.get("value") instanceof Double value && low <= value && value <= high;
    }
    return row.get("ci_low") == null && row.get("ci_high") == null;
  }

  List<IndicatorValue> expectedIndicatorValues() {
    return reference.indicatorValues().stream()
        .filter(row -> !notMeasuredYet.contains(row.indicator()))
        .toList();
  }

  private static List<String> differences(
      String table, List<? extends Record> expected, Night night, List<String> key)
      throws Exception {
    List<String> all = Difference.between(Difference.rows(expected), night.rows(table), key);
    List<String> shown =
        all.stream()
            .limit(MOST_SHOWN)
            .map(difference -> table + ": " + difference)
            .collect(Collectors.toCollection(ArrayList::new));
    if (all.size() > MOST_SHOWN) {
      shown.add(table + ": and " + (all.size() - MOST_SHOWN) + " more");
    }
    return shown;
  }
}
