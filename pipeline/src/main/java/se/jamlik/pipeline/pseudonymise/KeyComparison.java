package se.jamlik.pipeline.pseudonymise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.adapt.SideFiles;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Compares the canaries of the side files of an inbox, so that owners with different keys are found
 * before their rows are joined and not by a link rate of nothing.
 */
public final class KeyComparison {
  /** A side file lies beside a delivery: in a table's folder, or in an extract's. */
  private static final int DEEPEST = 3;

  /** Later than anybody's birth, so that no number in a wrong name is told. */
  private static final int LAST_YEAR = 2100;

  private KeyComparison() {}

  /** Refuses an inbox whose side files tell of more than one key; none is no reason. */
  public static void refuseDifferentKeys(Path inbox) {
    if (!Files.isDirectory(inbox)) {
      // Whoever reads the inbox tells what is wrong with it.
      return;
    }
    Map<String, TreeSet<String>> filesByKey = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(inbox, DEEPEST)) {
      List<Path> sideFiles =
          paths.filter(path -> path.toString().endsWith(SideFiles.ENDING)).sorted().toList();
      for (Path path : sideFiles) {
        SideFile side = SideFile.read(path);
        filesByKey
            .computeIfAbsent(side.canary(), key -> new TreeSet<>())
            .add(Personnummer.masked(inbox.relativize(path).toString(), LAST_YEAR));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (filesByKey.size() > 1) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot join the deliveries: their pseudonyms are made with %d different keys, so that nobody would be found in both (expected the same canary in all side files). Compare master key and project name with the owners, and ask for new deliveries.%n%s"
              .formatted(
                  filesByKey.size(),
                  filesByKey.values().stream()
                      .map(files -> "one key: " + String.join(", ", files))
                      .collect(Collectors.joining("\n"))));
    }
  }
}
