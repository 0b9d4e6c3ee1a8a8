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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.adapt.Scan.Shape;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.ShapeDefinition;
import se.jamlik.pipeline.vocabulary.TableDefinition;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The folder where deliveries lie: one folder a table, in it one file a delivery; and one folder a
 * shape, in it one folder an extract, whose files are named for their tables.
 */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Later than anybody's birth, so that no number in a wrong name is told. */
  private static final int LAST_YEAR = 2100;

  /** Names that mean nothing else anywhere below the out folder. */
  private static final Pattern EXTRACT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path inbox;
  private final Definitions definitions;
  private final List<File> files = new ArrayList<>();

  private Inbox(Path inbox, Definitions definitions) {
    this.inbox = inbox;
    this.definitions = definitions;
  }

  /**
   * A file that is there.
   *
   * @param table by whose rules it is read
   * @param delivered the contract's name of the table, or {@code <shape>/<extract>/<table>}
   * @param name path below the inbox
   */
  record File(TableDefinition table, String delivered, String name, Path path, Shape shape) {
    /** What it delivers, as it may be shown: the name of an extract may hold a personnummer. */
    String shownTable(int lastYear) {
      String[] parts = delivered.split("/", 3);
      return parts.length < 3
          ? delivered
          : String.join("/", parts[0], Personnummer.masked(parts[1], lastYear), parts[2]);
    }
  }

  /** The deliveries that are there, in byte order of their path below the inbox. */
  static List<File> files(Path inbox, Definitions definitions) throws IOException {
    Inbox found = new Inbox(inbox, definitions);
    found.look();
    found.files.sort(Comparator.comparing(File::name, Inbox::compareBytes));
    return found.files;
  }

  private void look() throws IOException {
    for (Path folder : entries(inbox)) {
      String name = nameOf(folder);
      Optional<TableDefinition> table =
          definitions.tables().stream().filter(known -> known.table().equals(name)).findFirst();
      Optional<ShapeDefinition> shape =
          definitions.shapes().stream().filter(known -> known.shape().equals(name)).findFirst();
      if (Files.isDirectory(folder) && table.isPresent()) {
        look(folder, name, file -> table);
      } else if (Files.isDirectory(folder) && shape.isPresent()) {
        look(folder, shape.get());
      } else if (!name.toLowerCase(Locale.ROOT).endsWith(".txt")
          && !name.equals(ReferenceFiles.FOLDER)) {
        // A note in .txt beside the folders is nobody's delivery.
        LOG.warn(
            "{} is no folder of a table; it is left alone.", Personnummer.masked(name, LAST_YEAR));
      }
    }
  }

  private void look(Path folder, ShapeDefinition shape) throws IOException {
    for (Path extract : entries(folder)) {
      if (!Files.isDirectory(extract)) {
        LOG.warn("{}: a file lies in no folder of an extract; it is left alone.", shape.shape());
      } else if (EXTRACT.matcher(nameOf(extract)).matches()) {
        look(
            extract,
            shape.shape() + "/" + nameOf(extract),
            file -> shape.table(stem(nameOf(file)).toLowerCase(Locale.ROOT)));
      } else {
        throw new UserError(
            ExitCode.DELIVERY,
            "Cannot read %s: the name of an extract's folder holds other than letters a to z, digits, '.', '_' and '-'. Name it anew."
                .formatted(shape.shape()));
      }
    }
  }

  private void look(Path folder, String place, Function<Path, Optional<TableDefinition>> tableOf)
      throws IOException {
    int ignored = 0;
    for (Path path : entries(folder)) {
      Optional<Shape> shape = shape(nameOf(path));
      Optional<TableDefinition> table = tableOf.apply(path);
      if (shape.isPresent() && table.isPresent() && Files.isRegularFile(path)) {
        String name = table.get().table();
        files.add(
            new File(
                table.get(),
                place.equals(name) ? place : place + "/" + name,
                place + "/" + nameOf(path),
                path,
                shape.get()));
      } else if (!SideFiles.isOne(path)) {
        ignored++;
      }
    }
    if (ignored > 0) {
      LOG.warn(
          "{}: {} left alone; a delivery is a .csv, .csv.gz, .txt or .parquet file of a known table.",
          Personnummer.masked(place, LAST_YEAR),
          ignored == 1 ? "one entry is" : ignored + " entries are");
    }
  }

  /** The name up to its first dot. */
  private static String stem(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
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
