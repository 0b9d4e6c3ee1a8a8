package se.jamlik.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.function.Supplier;
import se.jamlik.jobs.synthesise.Region;
import se.jamlik.jobs.synthesise.Synthesis;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** Writes an invented region's inbox and marks it, so that every report of it says so. */
final class InventedRegion {
  /** The day the demo is made for; nothing of the demo reads the clock. */
  static final String AS_OF = "2026-11-22";

  private static final String MARK = "invented.txt";

  private InventedRegion() {}

  static Region of(Supplier<Region> region) {
    try {
      return region.get();
    } catch (IllegalArgumentException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** Writes the deliveries; returns how many rows each table got. */
  static SortedMap<String, Long> write(Region region, Path out) {
    try {
      SortedMap<String, Long> rows =
          SparkSessions.during("jamlik synthesise", spark -> Synthesis.write(spark, region, out));
      mark(out, region);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether just this region has been written there, to its end. */
  static boolean isIn(Path inbox, Region region) {
    try {
      return isIn(inbox) && Files.readString(inbox.resolve(MARK)).equals(words(region));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void mark(Path inbox, Region region) throws IOException {
    Files.writeString(inbox.resolve(MARK), words(region));
  }

  private static String words(Region region) {
    return "Everybody in these deliveries is invented.\n" + region + "\n";
  }

  /** Whether the people of an inbox are invented. */
  static boolean isIn(Path inbox) {
    return Files.exists(inbox.resolve(MARK));
  }
}
