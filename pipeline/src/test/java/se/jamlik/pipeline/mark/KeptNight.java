package se.jamlik.pipeline.mark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.LaidNote;
import se.jamlik.pipeline.link.Delivered;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.Sha256;

/** Link and mark of one night, from what is delivered and what lies in a folder. */
record KeptNight(Definitions definitions, Settings settings, LocalDate asOf) {

  Keeping keeping() {
    return Keeping.of("tests", settings.buckets());
  }

  /** Runs both stages; what a release would be made from is settled by {@link Keeping#settle}. */
  Marked run(Delivered delivered, Path out, Keeping keeping) {
    return Mark.mark(linked(delivered, out, keeping), definitions, settings, "" + out, keeping);
  }

  Linked linked(Delivered delivered, Path out, Keeping keeping) {
    return new Linker(definitions, settings, asOf, person -> 31 * person)
        .link(delivered, out.resolve("linked").toString(), keeping);
  }

  /** All rows and texts that lie in the folder, by their files, as hashes of their bytes. */
  static Map<String, String> bytes(Path out) {
    Map<String, String> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file :
          (Iterable<Path>) files.filter(path -> path.toString().endsWith(".parquet"))::iterator) {
        bytes.put(out.relativize(file).toString(), Sha256.of(file));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of tables of which a piece was made, with the number of pieces. */
  static Map<String, Integer> made(Keeping keeping) {
    Map<String, Integer> made = new TreeMap<>();
    keeping.notes().stream()
        .filter(note -> note.made() > 0)
        .forEach(note -> made.put(note.table(), note.made()));
    return made;
  }

  static List<String> why(Keeping keeping) {
    return keeping.notes().stream()
        .map(LaidNote::why)
        .flatMap(why -> why.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
