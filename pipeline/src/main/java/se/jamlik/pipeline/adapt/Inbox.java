package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.adapt.Scan.Shape;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/** The folder where deliveries lie: one folder a table, in it one file a delivery. */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Later than anybody's birth, so that no number in a wrong name is told. */
  private static final int LAST_YEAR = 2100;

  private Inbox() {}

  /**
   * A file that is there.
   *
   * @param name path below the inbox
   */
  record File(TableDefinition table, String name, Path path, Shape shape) {}

  /** The deliveries that are there, in byte order of their path below the inbox. */
  static List<File> files(Path inbox, Definitions definitions) throws IOException {
    List<File> files = new ArrayList<>();
    for (Path folder : entries(inbox)) {
      String table = String.valueOf(folder.getFileName());
      Optional<TableDefinition> definition =
          definitions.tables().stream().filter(known -> known.table().equals(table)).findFirst();
      if (!Files.isDirectory(folder) || definition.isEmpty()) {
        // A note in .txt beside the folders is nobody's delivery.
        if (!table.toLowerCase(Locale.ROOT).endsWith(".txt")) {
          LOG.warn(
              "{} is no folder of a table; it is left alone.",
              Personnummer.masked(table, LAST_YEAR));
        }
        continue;
      }
      int ignored = 0;
      for (Path path : entries(folder)) {
        Optional<Shape> shape = shape(String.valueOf(path.getFileName()));
        if (shape.isPresent() && Files.isRegularFile(path)) {
          files.add(
              new File(
                  definition.get(), table + "/" + path.getFileName(), path, shape.orElseThrow()));
        } else {
          ignored++;
        }
      }
      if (ignored > 0) {
        LOG.warn(
            "{}: {} left alone; a delivery is a .csv, .csv.gz, .txt or .parquet file.",
            table,
            ignored == 1 ? "one entry is" : ignored + " entries are");
      }
    }
    files.sort(Comparator.comparing(File::name, Inbox::compareBytes));
    return files;
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static Optional<Shape> shape(String name) {
    String ending = name.toLowerCase(Locale.ROOT);
    if (ending.endsWith(".csv.gz")) {
      return Optional.of(Shape.GZIP);
    }
    if (ending.endsWith(".parquet")) {
      return Optional.of(Shape.PARQUET);
    }
    return ending.endsWith(".csv") || ending.endsWith(".txt")
        ? Optional.of(Shape.TEXT)
        : Optional.empty();
  }

  private static int compareBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
