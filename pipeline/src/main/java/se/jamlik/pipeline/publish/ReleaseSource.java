package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Where a release can be copied from: a folder, or a mirror that is not mounted. */
public interface ReleaseSource {
  /** The id that it is asked for by. */
  String id();

  /**
   * Copies one file of the release.
   *
   * @param name path below the release's folder
   * @param to a file that is not there yet
   */
  void copy(String name, Path to) throws IOException;
}
