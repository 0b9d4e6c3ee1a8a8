package se.jamlik.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Sha256;

/** Copies of folders for tests, and whether two are the same. */
public final class InstallationCopy {
  private InstallationCopy() {}

  /** SHA-256 of every file by its path below the folder. */
  public static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        hashes.put(folder.relativize(file).toString(), Sha256.of(file));
      }
    }
    return hashes;
  }

  /** A folder with all that is below it, to a place where nothing is. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    // Files.copy does not keep the rights, and the secret is refused with any others.
    if (Files.exists(to.resolve("record-key"))) {
      Files.setPosixFilePermissions(
          to.resolve("record-key"), Files.getPosixFilePermissions(from.resolve("record-key")));
    }
  }
}
