package se.jamlik.jobs.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The tables that a night can do without. */
public final class OptionalTables {
  private OptionalTables() {}

  public static void removeFrom(Path inbox) throws IOException {
    for (ReferenceTable table : ReferenceTable.all().values()) {
      if (table.optional()) {
        remove(inbox.resolve(table.name()));
      }
    }
  }

  private static void remove(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
