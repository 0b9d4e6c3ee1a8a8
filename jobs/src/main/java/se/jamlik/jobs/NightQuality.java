package se.jamlik.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.conform.Conformed;
import se.jamlik.pipeline.link.LinkGate;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.mark.Marked;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.SumCheck;
import se.jamlik.pipeline.measure.SumChecks;
import se.jamlik.pipeline.publish.MeasuredTables;
import se.jamlik.pipeline.quality.Checks;
import se.jamlik.pipeline.quality.Funnel;
import se.jamlik.pipeline.quality.FunnelPersons;
import se.jamlik.pipeline.quality.Judge;
import se.jamlik.pipeline.quality.Quality;
import se.jamlik.pipeline.quality.QualityGate;
import se.jamlik.pipeline.quality.QualityTable;
import se.jamlik.pipeline.quality.Result;
import se.jamlik.pipeline.quality.SelfCheck;
import se.jamlik.pipeline.quality.TableCounts;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Settings;

/** What a night finds out about its deliveries, and whether it may go on. */
final class NightQuality {
  private final NightRequest request;
  private final Definitions definitions;
  private final Quality quality;

  NightQuality(NightRequest request, Definitions definitions) {
    this.request = request;
    this.definitions = definitions;
    this.quality = new Quality(definitions, request.out().toString(), request.asOf());
    new Judge(request.settings().quality()).refuseUnknownChecks(Checks.of(definitions));
  }

  /** Counts the rows of all tables, those that have changed since they were counted last. */
  Map<String, TableCounts> scanned(Conformed conformed) {
    return quality.scanned(conformed.tables(), conformed.shares());
  }

  /** All checks, judged; kept whatever becomes of the night, so that they can be judged again. */
  List<Result> judged(
      Map<String, TableCounts> scanned, Conformed conformed, List<LinkRate> linkRates) {
    List<Result> results =
        new Judge(request.settings().quality())
            .results(
                Checks.of(definitions),
                quality.counts(scanned, conformed.deliveries(), conformed.shares(), linkRates));
    MeasuredTables.replaceOne(request.out(), QualityTable.of(results));
    return results;
  }

  /** Who fell out of the indicators and why; the numbers are exact and not to be published. */
  ReleaseTable funnel(List<Delivery> deliveries, Linked linked, Marked marked, Measured measured) {
    return Funnel.table(
        definitions,
        quality.accounted(deliveries),
        linked.linkRates(),
        FunnelPersons.of(
            linked.table("person").count(),
            marked.personPeriods(),
            definitions.indicators(),
            marked.coverage()),
        measured.indicatorCells());
  }

  /** Rows set aside by table and reason; the reasons hold no value of a row. */
  Map<String, Map<String, Long>> quarantineReasons(Conformed conformed) {
    Map<String, Map<String, Long>> reasons = new TreeMap<>();
    for (Funnel.Accounted account : quality.accounted(conformed.shares())) {
      account
          .reasons()
          .forEach(
              (reason, rows) ->
                  reasons
                      .computeIfAbsent(account.file().table(), table -> new TreeMap<>())
                      .merge(reason, rows, Long::sum));
    }
    return reasons;
  }

  /**
   * Holds the night's own numbers against each other; a wrong one ends the night. What is found is
   * kept beside the checks of the deliveries, whatever becomes of the night.
   *
   * @return all results, those of the deliveries first
   */
  List<Result> selfChecked(List<Result> ofDeliveries, Measured measured) {
    List<SumCheck> checks = SumChecks.of(measured);
    List<Result> all =
        Stream.concat(ofDeliveries.stream(), SelfCheck.results(checks).stream()).toList();
    MeasuredTables.replaceOne(request.out(), QualityTable.of(all));
    SelfCheck.refuse(checks);
    return all;
  }

  /** Ends a night whose deliveries are too bad for a release. */
  void gate(List<Result> results, List<LinkRate> linkRates) {
    Settings.Quality settings = request.settings().quality();
    LinkGate.refuseUnlinked(linkRates, settings);
    QualityGate.refuse(results);
  }
}
