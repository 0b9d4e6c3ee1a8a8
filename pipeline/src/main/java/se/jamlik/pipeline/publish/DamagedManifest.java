package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;

/** A manifest that is not the text that was written, so that nothing it says can be relied upon. */
final class DamagedManifest extends IOException {
  private static final long serialVersionUID = 1;

  DamagedManifest(Path file, String why) {
    super("%s has been changed: %s".formatted(file, why));
  }
}
