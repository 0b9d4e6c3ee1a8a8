package se.jamlik.jobs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.conform.Conform;
import se.jamlik.pipeline.conform.Conformed;
import se.jamlik.pipeline.link.LinkGate;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.mark.DefinitionCheck;
import se.jamlik.pipeline.mark.Mark;
import se.jamlik.pipeline.mark.Marked;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.MeasureRules;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.protect.Protect;
import se.jamlik.pipeline.protect.Protected;
import se.jamlik.pipeline.protect.RecordKeys;
import se.jamlik.pipeline.publish.Publisher;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.ReleaseFacts;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.publish.StagedRelease;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.reports.Language;
import se.jamlik.reports.Reports;

/** One night: the eight stages in their order, under one lock, with a record of the run. */
final class Night {
  private static final int STAGES = 8;

  /** What only the pipeline's own account may read. */
  private static final List<String> PRIVATE =
      List.of("adapted", "conformed", "linked", "marked", "measured", "quarantined", "secret");

  private final NightRequest request;
  private final Definitions definitions;
  private final RunRecord record;
  private final StageProgress progress;

  private Night(
      NightRequest request, Definitions definitions, RunRecord record, StageProgress progress) {
    this.request = request;
    this.definitions = definitions;
    this.record = record;
    this.progress = progress;
  }

  /** Runs a night and tells of its stages; a night that fails leaves the earlier release. */
  static NightResult run(NightRequest request, PrintStream err) {
    Definitions definitions = Definitions.load();
    prepare(request.out());
    try (RunLock lock = RunLock.take(request.out())) {
      RunRecord record = RunRecord.begin(request.out(), facts(request, definitions));
      try (StageProgress progress = new StageProgress(record, STAGES, err);
          SparkSession spark = SparkSessions.start("jamlik nightly")) {
        NightResult result = new Night(request, definitions, record, progress).run(spark);
        PeakMemory.mebibytes().ifPresent(peak -> record.note("peak_memory_mib", peak));
        record.end(result.isNew() ? "published" : "nothing_to_do", 0, result.inWords());
        return result;
      } catch (RuntimeException | Error failure) {
        record.end("failed", Failure.exitCode(failure).code(), Failure.message(failure));
        throw failure;
      }
    }
  }

  private NightResult run(SparkSession spark) {
    DefinitionCheck.refuseNonsense(spark, definitions);
    String out = request.out().toString();
    Adapted adapted =
        progress.run(
            "adapt",
            () ->
                Adapt.deliveries(
                    request.inbox(), out, request.asOf(), Set.copyOf(request.skip()), definitions),
            result -> Map.of("files", result.arrivals().size(), "rows", result.rows()));
    Conformed conformed =
        progress.run(
            "conform",
            () -> Conform.conform(spark, adapted, out, request.settings(), definitions),
            Night::counts);
    record.note("inputs", conformed.deliveries());

    Publisher publisher = publisher();
    ReleaseFacts facts = releaseFacts(conformed);
    if (publisher.hasPublished(facts)) {
      return new NightResult(ChosenRelease.of(request.out(), null), false, List.of());
    }
    return publish(publisher, facts, computed(spark, conformed, out));
  }

  private Protected computed(SparkSession spark, Conformed conformed, String out) {
    RecordKeys keys = RecordKeys.of(request.out().resolve("secret").resolve("record-key"));
    Linked linked =
        progress.run(
            "link",
            () ->
                new Linker(definitions, request.settings(), request.asOf(), keys)
                    .link(conformed.tables(), out + "/linked"),
            result -> Map.of("periods", result.coverage().periods().size()));
    LinkGate.refuseUnlinked(linked.linkRates(), request.settings().quality());
    Marked marked =
        progress.run(
            "mark",
            () -> Mark.mark(linked, definitions, request.settings(), out),
            result -> Map.of("facts", result.personPeriods().columns().length));
    Measured measured =
        progress.run(
            "measure",
            () ->
                Measure.measured(
                    marked.personPeriods(),
                    marked.coverage(),
                    new MeasureRules(definitions, request.settings().scope(), keys)),
            result -> Map.of("cells", result.indicatorCells().size()));
    return progress.run(
        "protect",
        () -> Protect.protect(measured, linked.linkRates(), request.settings().protect()),
        result -> Map.of("suppressed", 0));
  }

  private NightResult publish(Publisher publisher, ReleaseFacts facts, Protected tables) {
    try (StagedRelease staged =
        progress.run(
            "publish", () -> publisher.stage(tables, facts), result -> Map.of("release", 0))) {
      List<Path> reports =
          progress.run(
              "reports",
              () -> Reports.write(staged.folder(), staged.folder().resolve("reports"), Language.SV),
              result -> Map.of("reports", result.size()));
      Release release = staged.publish();
      return new NightResult(
          release,
          true,
          reports.stream()
              .map(report -> release.folder().resolve("reports").resolve(report.getFileName()))
              .toList());
    }
  }
}
