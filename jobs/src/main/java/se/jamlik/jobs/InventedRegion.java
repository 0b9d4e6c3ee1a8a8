package se.jamlik.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
      Files.writeString(
          out.resolve(MARK),
          "Everybody in these deliveries is invented.\n",
          StandardCharsets.UTF_8);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the people of an inbox are invented. */
  static boolean isIn(Path inbox) {
    return Files.exists(inbox.resolve(MARK));
  }
}
