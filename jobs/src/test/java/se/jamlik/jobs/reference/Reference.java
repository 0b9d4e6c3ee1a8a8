package se.jamlik.jobs.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The second opinion: the tables that a night must arrive at, from an inbox that it sees for the
 * first time.
 */
final class Reference {
  static final List<String> UMEA_REGION = List.of("2401", "2403", "2404", "2409", "2460", "2480");

  private final ReferenceTables.Inbox inbox;
  private final LocalDate asOf;
  private final Collection<String> scope;
  private final ReferencePersonPeriods source;
  private final Map<ReferencePeriod, List<ReferencePersonPeriod>> personPeriods;
  private final ReferenceIndicators indicators;

  private Reference(ReferenceTables.Inbox inbox, LocalDate asOf, Collection<String> scope) {
    this.inbox = inbox;
    this.asOf = asOf;
    this.scope = scope;
    source = new ReferencePersonPeriods(inbox, asOf, scope);
    personPeriods = source.all();
    indicators = indicators().ofPeriods();
  }

  static Reference of(Path inbox, LocalDate asOf) {
    return of(inbox, asOf, UMEA_REGION);
  }

  static Reference of(Path inbox, LocalDate asOf, Collection<String> scope) {
    return new Reference(ReferenceFiles.read(inbox), asOf, scope);
  }

  /** Rows as they would be delivered, by table; a table that is not among them is not delivered. */
  static Reference of(Map<String, List<Map<String, String>>> tables, LocalDate asOf) {
    return new Reference(ReferenceFiles.ofRows(tables), asOf, UMEA_REGION);
  }

  private ReferenceIndicators indicators() {
    return new ReferenceIndicators(
        source, personPeriods, new ReferenceCoverage(inbox, scope), scope);
  }

  List<ReferenceTables.Delivery> deliveries() {
    return inbox.deliveries();
  }

  List<ReferenceTables.Quarantined> quarantined() {
    return inbox.quarantined();
  }

  List<ReferenceTables.LinkRate> linkRates() {
    return ReferenceLinkRates.rows(inbox, asOf);
  }

  LocalDate dataThrough() {
    return source.dataThrough();
  }

  /** One row per person and period, for looking into a difference. */
  Map<ReferencePeriod, List<ReferencePersonPeriod>> personPeriods() {
    return personPeriods;
  }

  List<ReferenceTables.IndicatorValue> indicatorValues() {
    return indicators.values();
  }

  ReferenceEquity equity() {
    return new ReferenceEquity(indicators.values(), indicators::error, scope);
  }

  List<ReferenceTables.Signal> signals() {
    return new ReferenceSignals(indicators.values(), indicators::error).rows();
  }

  List<ReferenceTables.IndicatorValue> pooledValues() {
    return indicators().ofThreeYears().values();
  }

  List<ReferenceTables.ConditionCount> conditionCounts() {
    return ReferenceConditionCounts.rows(personPeriods, source.earliestDiagnosisDate());
  }

  List<ReferenceTables.ConditionPrevalence> conditionPrevalences() {
    return conditionTables().prevalences();
  }

  List<ReferenceTables.ConditionPair> conditionPairs() {
    return conditionTables().pairs();
  }

  List<ReferenceTables.Population> populations() {
    return ReferencePyramid.rows(personPeriods, source.earliestDiagnosisDate());
  }

  List<ReferenceOnset.Row> onsets() {
    return ReferenceOnset.rows(personPeriods, source.earliestDiagnosisDate());
  }

  private ReferenceConditionTables conditionTables() {
    return new ReferenceConditionTables(personPeriods, source.earliestDiagnosisDate());
  }

  ReferenceMultimorbidity multimorbidity() {
    return new ReferenceMultimorbidity(personPeriods, source.earliestDiagnosisDate());
  }

  ReferenceCohorts cohorts() {
    return new ReferenceCohorts(personPeriods, new ReferenceCoverage(inbox, scope));
  }
}
