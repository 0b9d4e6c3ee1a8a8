package se.jamlik.jobs;

import static se.jamlik.jobs.NightFacts.told;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.jobs.NightDeliveries.Checked;
import se.jamlik.pipeline.adapt.Ledger;
import se.jamlik.pipeline.adapt.ReferenceFiles;
import se.jamlik.pipeline.conform.Conform;
import se.jamlik.pipeline.conform.Conformed;
import se.jamlik.pipeline.conform.DeliveryTable;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.link.Delivered;
import se.jamlik.pipeline.link.LinkGate;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.mark.DefinitionCheck;
import se.jamlik.pipeline.mark.Mark;
import se.jamlik.pipeline.mark.Marked;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.protect.Audit;
import se.jamlik.pipeline.protect.Protect;
import se.jamlik.pipeline.protect.Protected;
import se.jamlik.pipeline.protect.RecordKeys;
import se.jamlik.pipeline.publish.MadeFrom;
import se.jamlik.pipeline.publish.MeasuredTables;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.quality.ConditionProblems;
import se.jamlik.pipeline.quality.QualityGate;
import se.jamlik.pipeline.quality.QualityTable;
import se.jamlik.pipeline.quality.Result;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** One night: its stages in their order, under one lock, with a record of the run. */
final class Night {
  private static final Logger LOG = LoggerFactory.getLogger(Night.class);
  private static final int STAGES = 12;

  private final NightRequest request;
  private final Definitions definitions;
  private final RunRecord record;
  private final StageProgress progress;
  private final NightQuality quality;
  private final Keeping keeping;

  private Night(
      NightRequest request, Definitions definitions, RunRecord record, StageProgress progress) {
    this.request = request;
    this.definitions = definitions;
    this.record = record;
    this.progress = progress;
    this.quality = new NightQuality(request, definitions);
    this.keeping = Keeping.of(Version.ofBytes(), request.settings().buckets());
  }

  /** Runs a night and tells of its stages; a night that fails leaves the earlier release. */
  // The lock is held and the log hears, neither is used.
  @SuppressWarnings("try")
  static NightResult run(NightRequest request, PrintStream err) {
    Definitions definitions = Definitions.load();
    request
        .reports()
        .refuseUnknownIndicators(
            definitions.indicators().stream()
                .map(IndicatorDefinition::id)
                .collect(Collectors.toSet()));
    NightMirror.refuseUnknown(request);
    InstallationFolders.make(request.out());
    try (RunLock lock = RunLock.take(request.out())) {
      RunRecord record = RunRecord.begin(request.out(), NightFacts.asked(request, definitions));
      try (StageProgress progress = new StageProgress(record, stages(request), err);
          WarningLog warnings = WarningLog.into(record::warning)) {
        Night night = new Night(request, definitions, record, progress);
        night.fetch();
        NightResult result =
            SparkSessions.during(
                "jamlik nightly",
                request.settings().operations().lineage(),
                Optional.of(request.out().resolve("adapted")),
                night::run);
        NightMirror.bringUpToDate(request, record, progress);
        PeakMemory.mebibytes().ifPresent(peak -> record.note("peak_memory_mib", peak));
        end(record, result);
        return result;
      } catch (Throwable failure) {
        // Spark throws checked exceptions that no signature tells, as of a full disk.
        record.end("failed", Failure.exitCode(failure).code(), Failure.message(failure));
        throw failure;
      }
    }
  }

  /** A night that has come so far has not failed, even if its record cannot be ended. */
  static void end(RunRecord record, NightResult result) {
    try {
      record.end(result.isNew() ? "published" : "nothing_to_do", 0, result.inWords());
    } catch (RuntimeException e) {
      LOG.warn("The release stands, but the record of the run has no end: {}", Failure.message(e));
    }
  }

  private static int stages(NightRequest request) {
    return STAGES
        + (request.deliveries().isFetched() ? 1 : 0)
        + (NightMirror.isWanted(request) ? 1 : 0);
  }

  private void fetch() {
    if (request.deliveries().isFetched()) {
      progress.run("fetch", () -> request.deliveries().fetched(request.out()), InboxPlace::counts);
    }
  }

  private NightResult run(SparkSession spark) {
    ReferenceFiles references = begun(spark);
    Checked checked =
        new NightDeliveries(request, definitions, record, progress, quality).checked(spark);
    Conformed conformed = checked.conformed();
    NightRelease release = new NightRelease(request, definitions, record, progress);
    RecordKeys keys = InstallationFolders.recordKeys(request.out());
    MadeFrom madeFrom =
        ReleaseOrigin.madeFrom(request, definitions, conformed.deliveries(), references, keys.id());
    Optional<Release> earlier = release.made(madeFrom);
    if (earlier.isPresent()) {
      settleWhatADeadNightLeft(conformed, keys);
      return new NightResult(earlier.get(), false, List.of());
    }
    Linked linked = linked(conformed, keys);
    List<Result> ofDeliveries = quality(checked, linked);
    Marked marked = marked(linked);
    NightMeasure.Computed computed =
        new NightMeasure(request, definitions, progress, quality, keeping)
            .measured(
                marked, keys, ofDeliveries, NightReferences.against(request, references, record));
    List<ReleaseTable> countsOfRows =
        List.of(DeliveryTable.of(conformed.deliveries()), QualityTable.of(computed.results()));
    Protected shown = shown(computed.measured(), linked, countsOfRows);
    keepExact(conformed, computed.measured(), marked, linked, countsOfRows);
    return release.published(
        shown,
        ReleaseOrigin.facts(madeFrom, linked, ofDeliveries),
        () -> {
          keeping.settle();
          // Only a night that ends with a release settles what it has read.
          Ledger.settle(out(), conformed.deliveries());
        });
  }

  /**
   * A night that died between its release and its end has left extracts the rows of the release
   * before; the ledger, which comes last, tells.
   */
  private void settleWhatADeadNightLeft(Conformed conformed, RecordKeys keys) {
    if (!Ledger.read(out()).containsAll(conformed.deliveries())) {
      marked(linked(conformed, keys));
      keeping.settle();
    }
    Ledger.settle(out(), conformed.deliveries());
  }

  /** Refuses definitions and files that no night could use, before anything is read. */
  private ReferenceFiles begun(SparkSession spark) {
    return progress.run(
        "begin",
        () -> {
          refuseNonsense(spark);
          LegalFrame.warn(request);
          UnsafeNight.warn(request.settings().protect());
          return NightReferences.read(request, definitions, record);
        },
        references ->
            Reuse.told(told("definitions", definitions.indicators().size()), keeping, "begin"));
  }

  /** What the same program has found to be sound it does not try again. */
  private void refuseNonsense(SparkSession spark) {
    keeping
        .text("begin", out() + "/marked", "definitions")
        .laid(
            Origin.NOTHING.with("definitions", definitions.version()),
            () -> {
              DefinitionCheck.refuseNonsense(
                  spark,
                  definitions,
                  ConditionProblems.of(Conform.withoutRows(spark, definitions), definitions));
              return "sound";
            });
  }

  private Linked linked(Conformed conformed, RecordKeys keys) {
    Linked linked =
        progress.run(
            "link",
            () ->
                new Linker(definitions, request.settings(), request.asOf(), keys)
                    .link(
                        new Delivered(conformed.tables(), conformed.madeFrom(), keys.id()),
                        out() + "/linked",
                        keeping),
            result ->
                Reuse.told(told("periods", result.coverage().periods().size()), keeping, "link"));
    record.note("link_rates", LinkGate.shares(linked.linkRates()));
    record.note(
        "poorly_linked", LinkGate.warnings(linked.linkRates(), request.settings().quality()));
    return linked;
  }

  private List<Result> quality(Checked checked, Linked linked) {
    return progress.run(
        "quality",
        () -> {
          List<Result> results =
              quality.judged(checked.counts(), checked.conformed(), linked.linkRates());
          record.note("quality_warnings", QualityGate.warnings(results));
          quality.gate(results, linked.linkRates());
          return results;
        },
        results ->
            told(
                "checks",
                results.size(),
                "alarms",
                results.stream().filter(Result::isAlarm).count()));
  }

  private Marked marked(Linked linked) {
    return progress.run(
        "mark",
        () -> Mark.mark(linked, definitions, request.settings(), out(), keeping),
        result ->
            Reuse.told(told("columns", result.personPeriods().columns().length), keeping, "mark"));
  }

  private Protected shown(Measured measured, Linked linked, List<ReleaseTable> countsOfRows) {
    return progress.run(
        "protect",
        () -> {
          Protected shown =
              Protect.shown(
                  measured, linked.linkRates(), countsOfRows, request.settings().protect());
          Audit.audit(shown);
          return shown;
        },
        result -> told("tables", result.tables().size()));
  }

  private void keepExact(
      Conformed conformed,
      Measured measured,
      Marked marked,
      Linked linked,
      List<ReleaseTable> countsOfRows) {
    progress.run(
        "keep",
        () -> {
          List<ReleaseTable> exact =
              Stream.of(
                      measured.tables(),
                      List.of(
                          Protect.exactLinkRates(linked.linkRates()),
                          marked.codeListHits(),
                          quality.funnel(conformed.shares(), linked, marked, measured)),
                      countsOfRows)
                  .flatMap(List::stream)
                  .toList();
          MeasuredTables.replace(request.out(), exact);
          return exact;
        },
        exact -> told("tables", exact.size()));
  }

  private String out() {
    return request.out().toString();
  }
}
