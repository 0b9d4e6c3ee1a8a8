package se.jamlik.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.jobs.runs.Run;
import se.jamlik.pipeline.publish.Mirror;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.RemoteFolder;

/**
 * Copies the releases to the mirror of the settings when a night has ended. The night is published
 * then, so that a mirror that fails is a warning, and {@code status} tells of it.
 */
final class NightMirror {
  private static final Logger LOG = LoggerFactory.getLogger(NightMirror.class);

  private NightMirror() {}

  private static String address(NightRequest request) {
    return request.settings().operations().mirror();
  }

  static boolean isWanted(NightRequest request) {
    return !address(request).isEmpty();
  }

  /** Before the night, so that nobody waits for it in vain. */
  static void refuseUnknown(NightRequest request) {
    if (isWanted(request)) {
      RemoteFolder.refuseUnknown(address(request), ExitCode.SETTINGS);
    }
  }

  /** Makes the mirror like the installation, if there is to be one. */
  static void bringUpToDate(NightRequest request, RunRecord record, StageProgress progress) {
    if (!isWanted(request)) {
      return;
    }
    try {
      progress.run(
          "mirror",
          () -> Mirror.bringUpToDate(request.out(), address(request)),
          outcome ->
              new TreeMap<>(
                  Map.of(
                      "copied", outcome.copied().size(),
                      "deleted", outcome.deleted().size())));
      record.note("mirror", address(request));
    } catch (RuntimeException failure) {
      String problem = Failure.message(failure);
      LOG.warn("The release is published, and the mirror is behind it. {}", problem);
      record.note(Run.MIRROR_PROBLEM, problem);
    }
  }
}
