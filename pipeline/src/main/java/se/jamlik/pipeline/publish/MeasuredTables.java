package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * Keeps the newest run's exact numbers in {@code <out>/measured}, for the pipeline's account alone.
 * Same tables and columns as a release.
 */
public final class MeasuredTables {
  private static final String FOLDER = "measured";

  private MeasuredTables() {}

  /** Puts the tables in place of those of the run before. */
  public static void replace(Path out, List<ReleaseTable> tables) {
    Path folder = out.resolve(FOLDER);
    Path staged = out.resolve("." + FOLDER + ".tmp");
    Path former = out.resolve("." + FOLDER + ".old");
    try {
      Folders.createOwn(staged);
      TableFiles.write(staged, tables);
      Folders.force(staged);
      Folders.delete(former);
      if (Files.exists(folder)) {
        Folders.renameAtomically(folder, former);
      }
      Folders.renameAtomically(staged, folder);
      Folders.forceOne(out);
      Folders.delete(former);
    } catch (IOException e) {
      throw InputOutput.error("keep the exact numbers", folder, e);
    }
  }
}
