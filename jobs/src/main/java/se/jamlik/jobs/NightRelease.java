package se.jamlik.jobs;

import static se.jamlik.jobs.NightFacts.told;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.protect.Protected;
import se.jamlik.pipeline.publish.Gate;
import se.jamlik.pipeline.publish.MadeFrom;
import se.jamlik.pipeline.publish.Publisher;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.ReleaseFacts;
import se.jamlik.pipeline.publish.StagedRelease;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.reports.ReportText;
import se.jamlik.reports.Reports;

/** The last stages of a night, which make its release and let it be seen. */
final class NightRelease {
  private static final Logger LOG = LoggerFactory.getLogger(NightRelease.class);
  private final NightRequest request;
  private final RunRecord record;
  private final StageProgress progress;
  private final Publisher publisher;

  NightRelease(
      NightRequest request, Definitions definitions, RunRecord record, StageProgress progress) {
    this.request = request;
    this.record = record;
    this.progress = progress;
    Gate gate = gate(request, definitions);
    this.publisher =
        request.isFillingIn()
            ? Publisher.fillingIn(request.out(), gate)
            : new Publisher(request.out(), gate);
  }

  /** The gate must know which numerators count persons. */
  private static Gate gate(NightRequest request, Definitions definitions) {
    return new Gate(
        request.settings().protect(),
        ReportText::of,
        definitions.indicators().stream()
            .filter(indicator -> indicator.kind() == IndicatorDefinition.Kind.PROPORTION)
            .map(IndicatorDefinition::id)
            .collect(Collectors.toSet()));
  }

  /** The release that was made from the same already. */
  Optional<Release> made(MadeFrom madeFrom) {
    return publisher.published(madeFrom);
  }

  /**
   * Stages the tables and the reports, and publishes them.
   *
   * @param settle what is to be done as soon as the release is there
   */
  NightResult published(Protected shown, ReleaseFacts facts, Runnable settle) {
    try (StagedRelease staged =
        progress.run(
            "publish",
            () -> publisher.stage(shown, facts),
            result -> told("tables", shown.tables().size()))) {
      List<Path> reports =
          progress.run(
              "reports", () -> reports(staged.folder()), result -> told("reports", result.size()));
      Release release =
          progress.run(
              "seal",
              () -> {
                Release sealed = staged.publish();
                record.note("release", sealed.id());
                settled(settle);
                return sealed;
              },
              result -> told());
      return new NightResult(
          release,
          true,
          reports.stream()
              .map(report -> release.folder().resolve("reports").resolve(report.getFileName()))
              .toList());
    }
  }

  /** What a published release stands on is settled now, or by the next night. */
  static void settled(Runnable settle) {
    try {
      settle.run();
    } catch (RuntimeException e) {
      LOG.warn(
          "The release is published, but what it stands on could not be settled; the next night does it: {}",
          Failure.message(e));
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
}
