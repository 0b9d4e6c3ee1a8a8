package se.jamlik.jobs;

import java.util.Map;
import se.jamlik.pipeline.adapt.ReferenceFiles;
import se.jamlik.pipeline.measure.References;
import se.jamlik.pipeline.vocabulary.Definitions;

/** The values from elsewhere that a night reads beside the deliveries. */
final class NightReferences {
  private NightReferences() {}

  /** To be read before anything else, so that a wrong file stops the night early. */
  static ReferenceFiles read(NightRequest request, Definitions definitions, RunRecord record) {
    ReferenceFiles references = ReferenceFiles.read(request.inbox(), definitions);
    record.note(
        "references",
        references.files().stream()
            .map(file -> Map.of("file", file.name(), "sha256", file.sha256()))
            .toList());
    return references;
  }

  /** What the settings say that municipalities are held against. */
  static References against(NightRequest request, ReferenceFiles files, RunRecord record) {
    References references =
        new References(request.settings().signals().reference(), files.values());
    if (!references.hasWhatItNames()) {
      record.warning(
          "signals.reference names an area that no reference value is of; municipalities are held against the scope.");
    }
    return references;
  }
}
