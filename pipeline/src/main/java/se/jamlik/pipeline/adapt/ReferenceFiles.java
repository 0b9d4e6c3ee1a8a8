package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ReferenceValue;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The values from elsewhere that lie in the inbox's folder {@code reference}: text files of ours,
 * and what Kolada answers. They are no deliveries: each night reads those that are there.
 *
 * @param values in order, at most one of an indicator, a period and an area
 * @param files in the order of their names
 */
public record ReferenceFiles(List<ReferenceValue> values, List<ReadFile> files) {
  /** The folder below the inbox. */
  public static final String FOLDER = "reference";

  public static final ReferenceFiles NONE = new ReferenceFiles(List.of(), List.of());

  /**
   * A file that was read.
   *
   * @param name path below the inbox
   */
  public record ReadFile(String name, String sha256) {}

  public ReferenceFiles {
    values = List.copyOf(values);
    files = List.copyOf(files);
  }

  /**
   * Reads the folder; without one there is nothing.
   *
   * @throws UserError with {@link ExitCode#DELIVERY} that names every problem with file and line
   */
  public static ReferenceFiles read(Path inbox, Definitions definitions) {
    Path folder = inbox.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    try {
      return read(paths(folder), definitions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceFiles read(List<Path> paths, Definitions definitions) throws IOException {
    ReferenceRows rows = new ReferenceRows(definitions);
    List<ReadFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = FOLDER + "/" + path.getFileName();
      files.add(new ReadFile(name, Sha256.of(path)));
      try {
        rows.read(name, Files.readString(path));
      } catch (CharacterCodingException e) {
        rows.problem(name, "it is not UTF-8");
      }
    }
    List<String> problems = rows.problems();
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.DELIVERY,
          "Cannot read %s: %d problems (expected none). Mend the files or take them away.%n%s"
              .formatted(FOLDER, problems.size(), String.join("\n", problems)));
    }
    return new ReferenceFiles(rows.values().stream().sorted().toList(), files);
  }

  private static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(
              path -> {
                String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
                return name.endsWith(".csv") || name.endsWith(".json");
              })
          .sorted()
          .toList();
    }
  }
}
