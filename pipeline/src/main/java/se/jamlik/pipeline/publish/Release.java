package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One immutable release.
 *
 * @param id as-of date and serial, such as {@code 2026-11-22.1}
 * @param folder where its files are
 */
public record Release(String id, Path folder) implements ReleaseSource {
  /** What it is and was made from. */
  public Manifest manifest() {
    try {
      return Manifest.read(folder);
    } catch (IOException e) {
      throw InputOutput.error("read release " + id, folder, e);
    }
  }

  /** Whether it protects less than the contract asks, as its id says. */
  public boolean isUnsafe() {
    return ReleaseId.of(id).filter(ReleaseId::isUnsafe).isPresent();
  }

  /** The database with all tables. */
  public Path database() {
    return folder.resolve(ReleaseDatabase.FILE);
  }

  /** Which files are missing, changed or added since it was published; none when it is whole. */
  public List<String> problems() {
    try {
      return Manifest.read(folder).problems(folder);
    } catch (DamagedManifest e) {
      // What the other files should be is not known.
      return List.of(Manifest.FILE + " has been changed");
    } catch (IOException e) {
      throw InputOutput.error("verify release " + id, folder, e);
    }
  }

  @Override
  public void copy(String name, Path to) throws IOException {
    Files.copy(folder.resolve(name), to);
  }
}
