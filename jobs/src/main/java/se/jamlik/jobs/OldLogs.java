package se.jamlik.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.jamlik.pipeline.extract.AuditLog;

/**
 * Run records, and years of the log of extracts, that have been kept for the years that the
 * settings say.
 */
final class OldLogs {
  private static final int LENGTH_OF_DAY = 8;

  private final Path out;
  private final LocalDate today;
  private final int years;

  OldLogs(Path out, LocalDate today, int years) {
    this.out = out;
    this.today = today;
    this.years = years;
  }

  /** Their paths below the installation, oldest first. */
  List<String> names() {
    return Stream.concat(
            oldRuns().stream().map(run -> "runs/" + run.getFileName()),
            AuditLog.of(out).expired(today, years).stream())
        .toList();
  }

  void delete() {
    for (Path run : oldRuns()) {
      try (Stream<Path> paths = Files.walk(run)) {
        for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    AuditLog.of(out).deleteExpired(today.atStartOfDay().toInstant(ZoneOffset.UTC), years);
  }

  private List<Path> oldRuns() {
    Path runs = out.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders.filter(this::isOld).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A run's name begins with its day; what is called otherwise is left alone. */
  private boolean isOld(Path run) {
    String name = String.valueOf(run.getFileName());
    try {
      return name.length() > LENGTH_OF_DAY
          && LocalDate.parse(name.substring(0, LENGTH_OF_DAY), DateTimeFormatter.BASIC_ISO_DATE)
              .plusYears(years)
              .isBefore(today);
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
