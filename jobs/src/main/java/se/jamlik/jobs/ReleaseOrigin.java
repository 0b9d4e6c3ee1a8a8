package se.jamlik.jobs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.ReferenceFiles;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.publish.MadeFrom;
import se.jamlik.pipeline.publish.ReleaseFacts;
import se.jamlik.pipeline.quality.QualityGate;
import se.jamlik.pipeline.quality.Result;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/** What a night's release is made from, as its manifest tells it. */
final class ReleaseOrigin {
  private ReleaseOrigin() {}

  /** What a night is recognised by: nothing else may change the bytes of its release. */
  static MadeFrom madeFrom(
      NightRequest request,
      Definitions definitions,
      Collection<Delivery> deliveries,
      ReferenceFiles references,
      String recordKeys) {
    Map<String, Object> settings = new LinkedHashMap<>(request.settings().byName());
    settings.putAll(request.reports().byName());
    settings.keySet().removeIf(name -> name.startsWith(Settings.Operations.GROUP));
    settings.put("invented", InventedRegion.isIn(request.inbox()));
    return new MadeFrom(
        request.asOf(),
        Version.code(),
        definitions.version(),
        recordKeys,
        settings,
        Stream.concat(
                inputs(deliveries, delivery -> !delivery.isForgotten()).stream(),
                references.files().stream()
                    .map(
                        file ->
                            new MadeFrom.Input(ReferenceFiles.FOLDER, file.name(), file.sha256())))
            .toList(),
        inputs(deliveries, Delivery::isForgotten));
  }

  private static List<MadeFrom.Input> inputs(
      Collection<Delivery> deliveries, Predicate<Delivery> wanted) {
    return deliveries.stream()
        .filter(wanted)
        .map(delivery -> new MadeFrom.Input(delivery.table(), delivery.file(), delivery.sha256()))
        .toList();
  }

  /** What the manifest says of a release beside its tables. */
  static ReleaseFacts facts(MadeFrom madeFrom, Linked linked, List<Result> results) {
    return new ReleaseFacts(
        madeFrom,
        linked.coverage().dataThrough(),
        linked.coverage().periods().stream()
            .map(
                period ->
                    new ReleaseFacts.ReportedPeriod(
                        period.name(),
                        period.firstDay(),
                        period.lastDay(),
                        linked.coverage().isPreliminary(period)))
            .toList(),
        QualityGate.warnings(results));
  }
}
