package se.jamlik.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A folder for this account alone that lives as long as what is done with it, however that ends.
 */
final class TemporaryFolder {
  private TemporaryFolder() {}

  /** Makes the folder, lets the work use it, and deletes it; a signal deletes it too. */
  static <T> T during(String name, Function<Path, T> work) {
    try {
      Path folder = Files.createTempDirectory(name);
      Thread onSignal = new Thread(() -> delete(folder));
      Runtime.getRuntime().addShutdownHook(onSignal);
      try {
        return work.apply(folder);
      } finally {
        delete(folder);
        Runtime.getRuntime().removeShutdownHook(onSignal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      List<Path> innermostFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
