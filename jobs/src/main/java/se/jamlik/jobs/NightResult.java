package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.List;
import se.jamlik.pipeline.publish.Release;

/**
 * What a night left.
 *
 * @param isNew whether it published; else the current release was already made from the same
 * @param reports in the release's folder
 */
record NightResult(Release release, boolean isNew, List<Path> reports) {
  NightResult {
    reports = List.copyOf(reports);
  }

  String inWords() {
    return isNew
        ? "Published %srelease %s with %d reports: %s%s"
            .formatted(
                release.isUnsafe() ? "UNSAFE " : "",
                release.id(),
                reports.size(),
                release.folder(),
                release.isUnsafe()
                    ? ". It is not current: ask for it with --release, and do not hand it on."
                    : "")
        : "Nothing to do: release %s was made from the same deliveries, settings and program."
            .formatted(release.id());
  }
}
