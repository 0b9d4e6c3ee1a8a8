package se.jamlik.jobs;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.Releases;

/** The release that a command was asked about. */
final class ChosenRelease {
  private ChosenRelease() {}

  /** The named release, or the current one when none is named. */
  static Release of(Path out, @Nullable String id) {
    Releases releases = Releases.under(out);
    return id == null ? releases.current() : releases.named(id);
  }
}
