package se.jamlik.jobs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Ledger;
import se.jamlik.pipeline.adapt.ReferenceFiles;
import se.jamlik.pipeline.conform.Conform;
import se.jamlik.pipeline.conform.Conformed;
import se.jamlik.pipeline.conform.DeliveryTable;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.link.Delivered;
import se.jamlik.pipeline.link.LinkGate;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.mark.DefinitionCheck;
import se.jamlik.pipeline.mark.Mark;
import se.jamlik.pipeline.mark.Marked;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.MeasureRules;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.References;
import se.jamlik.pipeline.protect.Audit;
import se.jamlik.pipeline.protect.Protect;
import se.jamlik.pipeline.protect.Protected;
import se.jamlik.pipeline.protect.RecordKeys;
import se.jamlik.pipeline.pseudonymise.KeyComparison;
import se.jamlik.pipeline.publish.Gate;
import se.jamlik.pipeline.publish.MadeFrom;
import se.jamlik.pipeline.publish.MeasuredTables;
import se.jamlik.pipeline.publish.Publisher;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.ReleaseFacts;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.publish.StagedRelease;
import se.jamlik.pipeline.quality.ConditionProblems;
import se.jamlik.pipeline.quality.IndicatorQuality;
import se.jamlik.pipeline.quality.QualityGate;
import se.jamlik.pipeline.quality.QualityTable;
import se.jamlik.pipeline.quality.Result;
import se.jamlik.pipeline.quality.TableCounts;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.reports.ReportText;
import se.jamlik.reports.Reports;

/** One night: the eight stages in their order, under one lock, with a record of the run. */
final class Night {
  private static final int STAGES = 8;

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
      RunRecord record = RunRecord.begin(request.out(), asked(request, definitions));
      try (StageProgress progress = new StageProgress(record, stages(request), err);
          WarningLog warnings = WarningLog.into(record::warning)) {
        Night night = new Night(request, definitions, record, progress);
        night.fetch();
        NightResult result =
            SparkSessions.during(
                "jamlik nightly", request.settings().operations().lineage(), night::run);
        NightMirror.bringUpToDate(request, record, progress);
        PeakMemory.mebibytes().ifPresent(peak -> record.note("peak_memory_mib", peak));
        record.end(result.isNew() ? "published" : "nothing_to_do", 0, result.inWords());
        return result;
      } catch (RuntimeException | Error failure) {
        record.end("failed", Failure.exitCode(failure).code(), Failure.message(failure));
        throw failure;
      }
    }
  }

  private static Map<String, Object> asked(NightRequest request, Definitions definitions) {
    return told(
        "as_of", request.asOf().toString(),
        "inbox", request.deliveries().toString(),
        "code_version", Version.code(),
        "definitions_version", definitions.version(),
        "settings", request.settings().byName(),
        "skip", request.skip());
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
    DefinitionCheck.refuseNonsense(
        spark,
        definitions,
        ConditionProblems.of(Conform.withoutRows(spark, definitions), definitions));
    LegalFrame.warn(request);
    UnsafeNight.warn(request.settings().protect());
    ReferenceFiles references = NightReferences.read(request, definitions, record);
    Checked checked = conformed(spark);
    Conformed conformed = checked.conformed();
    Publisher publisher =
        request.isFillingIn()
            ? Publisher.fillingIn(request.out(), gate())
            : new Publisher(request.out(), gate());
    RecordKeys keys = InstallationFolders.recordKeys(request.out());
    MadeFrom madeFrom = ReleaseOrigin.madeFrom(request, definitions, conformed, references, keys);
    Optional<Release> earlier = publisher.published(madeFrom);
    if (earlier.isPresent()) {
      Ledger.settle(out(), conformed.deliveries());
      return new NightResult(earlier.get(), false, List.of());
    }
    Linked linked = linked(conformed, keys);
    List<Result> results = quality(checked, linked);
    Marked marked = marked(linked);
    Measured measured =
        measured(marked, keys, results, NightReferences.against(request, references, record));
    List<ReleaseTable> countsOfRows =
        List.of(
            DeliveryTable.of(conformed.deliveries()),
            QualityTable.of(quality.selfChecked(results, measured)));
    Protected shown =
        progress.run(
            "protect",
            () ->
                Protect.shown(
                    measured, linked.linkRates(), countsOfRows, request.settings().protect()),
            result -> told("tables", result.tables().size()));
    Audit.audit(shown);
    keepExact(conformed.shares(), measured, marked, linked, countsOfRows);
    NightResult result =
        published(publisher, shown, ReleaseOrigin.facts(madeFrom, linked, results));
    // Only a night that ended with a release settles what it has read.
    Ledger.settle(out(), conformed.deliveries());
    return result;
  }

  /** The conformed tables, what their checks count, and the seconds that counting took. */
  private record Checked(
      Conformed conformed, Map<String, TableCounts> counts, double checkSeconds) {}

  private Checked conformed(SparkSession spark) {
    Adapted adapted =
        progress.run(
            "adapt",
            () -> {
              KeyComparison.refuseDifferentKeys(request.inbox());
              return Adapt.deliveries(
                  request.inbox(), out(), request.asOf(), Set.copyOf(request.skip()), definitions);
            },
            result -> told("new_files", result.arrivals().size(), "rows", result.rows()));
    Checked checked =
        progress.run(
            "conform",
            () -> {
              Conformed conformed =
                  Conform.conform(spark, adapted, out(), request.settings(), definitions);
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
                    "made", result.conformed().tables().size() - result.conformed().reused().size(),
                    "reused", result.conformed().reused().size(),
                    "check_seconds", result.checkSeconds()));
    record.note("inputs", checked.conformed().deliveries().stream().map(Night::input).toList());
    record.note("quarantine_reasons", quality.quarantineReasons(checked.conformed()));
    return checked;
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
    record.note(
        "poorly_linked", LinkGate.warnings(linked.linkRates(), request.settings().quality()));
    return linked;
  }

  private List<Result> quality(Checked checked, Linked linked) {
    List<Result> results =
        quality.judged(checked.counts(), checked.conformed(), linked.linkRates());
    record.note("quality_warnings", QualityGate.warnings(results));
    quality.gate(results, linked.linkRates());
    return results;
  }

  private Marked marked(Linked linked) {
    return progress.run(
        "mark",
        () -> Mark.mark(linked, definitions, request.settings(), out(), keeping),
        result ->
            Reuse.told(told("columns", result.personPeriods().columns().length), keeping, "mark"));
  }

  private Measured measured(
      Marked marked, RecordKeys keys, List<Result> results, References references) {
    return progress.run(
        "measure",
        () ->
            Measure.measured(
                marked.personPeriods(),
                marked.coverage(),
                new MeasureRules(
                    definitions,
                    request.settings().scope(),
                    request.settings().groupers(),
                    keys,
                    new IndicatorQuality(definitions, results),
                    references)),
        result -> told("cells", result.indicatorCells().size()));
  }

  private void keepExact(
      List<Delivery> deliveries,
      Measured measured,
      Marked marked,
      Linked linked,
      List<ReleaseTable> countsOfRows) {
    MeasuredTables.replace(
        request.out(),
        Stream.of(
                measured.tables(),
                List.of(
                    Protect.exactLinkRates(linked.linkRates()),
                    marked.codeListHits(),
                    quality.funnel(deliveries, linked, marked, measured)),
                countsOfRows)
            .flatMap(List::stream)
            .toList());
  }

  private NightResult published(Publisher publisher, Protected shown, ReleaseFacts facts) {
    try (StagedRelease staged =
        progress.run(
            "publish",
            () -> publisher.stage(shown, facts),
            result -> told("tables", shown.tables().size()))) {
      List<Path> reports =
          progress.run(
              "reports", () -> reports(staged.folder()), result -> told("reports", result.size()));
      Release release = staged.publish();
      record.note("release", release.id());
      keeping.settle();
      return new NightResult(
          release,
          true,
          reports.stream()
              .map(report -> release.folder().resolve("reports").resolve(report.getFileName()))
              .toList());
    }
  }

  private List<Path> reports(Path release) {
    return request.reports().languages().stream()
        .flatMap(
            language ->
                Reports.write(
                    release, release.resolve("reports"), language, request.reports().templates())
                    .stream())
        .toList();
  }

  /** The gate must know which numerators count persons. */
  private Gate gate() {
    return new Gate(
        request.settings().protect(),
        ReportText::of,
        definitions.indicators().stream()
            .filter(indicator -> indicator.kind() == IndicatorDefinition.Kind.PROPORTION)
            .map(IndicatorDefinition::id)
            .collect(Collectors.toSet()));
  }

  private static Map<String, Object> input(Delivery delivery) {
    return told(
        "file", delivery.file(),
        "sha256", delivery.sha256(),
        "rows", delivery.rows(),
        "accepted", delivery.accepted(),
        "quarantined", delivery.quarantined(),
        "duplicates", delivery.duplicates(),
        "verdict", delivery.verdict());
  }

  private String out() {
    return request.out().toString();
  }

  /** Names and values in turn, in the order in which they are told. */
  private static Map<String, Object> told(Object... namesAndValues) {
    Map<String, Object> told = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      told.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return told;
  }
}
