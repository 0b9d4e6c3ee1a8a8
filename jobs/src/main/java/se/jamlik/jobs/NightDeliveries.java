package se.jamlik.jobs;

import static se.jamlik.jobs.NightFacts.told;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.conform.Conform;
import se.jamlik.pipeline.conform.Conformed;
import se.jamlik.pipeline.pseudonymise.KeyComparison;
import se.jamlik.pipeline.quality.TableCounts;
import se.jamlik.pipeline.vocabulary.Definitions;

/** The first stages of a night, which read what has been delivered and count what is in it. */
record NightDeliveries(
    NightRequest request,
    Definitions definitions,
    RunRecord record,
    StageProgress progress,
    NightQuality quality) {

  /** The conformed tables, what their checks count, and the seconds that counting took. */
  record Checked(Conformed conformed, Map<String, TableCounts> counts, double checkSeconds) {}

  /** Adapts and conforms what lies in the inbox, and notes what became of every file. */
  Checked checked(SparkSession spark) {
    Adapted adapted = adapted();
    Checked checked = conformed(spark, adapted);
    Set<Integer> fresh =
        adapted.arrivals().stream()
            .map(arrival -> arrival.delivery().number())
            .collect(Collectors.toSet());
    record.note(
        "inputs",
        checked.conformed().deliveries().stream()
            .map(delivery -> NightFacts.input(delivery, fresh))
            .toList());
    record.note("quarantine_reasons", quality.quarantineReasons(checked.conformed()));
    return checked;
  }

  private Adapted adapted() {
    Adapted adapted =
        progress.run(
            "adapt",
            () -> {
              KeyComparison.refuseDifferentKeys(request.inbox());
              return Adapt.deliveries(
                  request.inbox(),
                  request.out().toString(),
                  request.asOf(),
                  Set.copyOf(request.skip()),
                  definitions);
            },
            result -> told("new_files", result.arrivals().size(), "rows", result.rows()));
    record.note(
        "refused",
        adapted.arrivals().stream()
            .filter(Arrival::isSetAside)
            .flatMap(arrival -> arrival.refusals().stream())
            .map(Refusal::problem)
            .toList());
    return adapted;
  }

  private Checked conformed(SparkSession spark, Adapted adapted) {
    return progress.run(
        "conform",
        () -> {
          Conformed conformed =
              Conform.conform(
                  spark, adapted, request.out().toString(), request.settings(), definitions);
          long begun = System.nanoTime();
          Map<String, TableCounts> counts = quality.scanned(conformed);
          return new Checked(
              conformed, counts, Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
        },
        result ->
            told(
                "rows", result.conformed().rows(),
                "accepted", result.conformed().accepted(),
                "quarantined", result.conformed().quarantined(),
                "made", result.conformed().made().size(),
                "reused", result.conformed().tables().size() - result.conformed().made().size(),
                "why", result.conformed().whyMade(),
                "check_seconds", result.checkSeconds()));
  }
}
