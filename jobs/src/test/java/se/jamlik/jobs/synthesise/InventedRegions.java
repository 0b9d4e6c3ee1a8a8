package se.jamlik.jobs.synthesise;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;
import se.jamlik.jobs.synthesise.Region.Faults;
import se.jamlik.jobs.synthesise.Region.Format;

/** Regions for tests, all of 2020 to 2025. */
final class InventedRegions {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  private InventedRegions() {}

  static Region clean(long persons, long seed) {
    return new Region(persons, seed, 2020, 2025, AS_OF, Format.CSV, Faults.NONE);
  }

  static Region asParquet(long persons, long seed) {
    return new Region(persons, seed, 2020, 2025, AS_OF, Format.PARQUET, Faults.NONE);
  }

  static Region faulty(long persons, long seed) {
    return new Region(persons, seed, 2020, 2025, AS_OF, Format.CSV, Faults.TYPICAL);
  }

  /** Writes the region with a session of its own: how many cores it has is what some tests ask. */
  static SortedMap<String, Long> written(Region region, Path out, int cores) {
    SparkSession session =
        SparkSession.builder()
            .master("local[" + cores + "]")
            .appName("tests")
            .config("spark.ui.enabled", "false")
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    try {
      return Synthesis.write(session, region, out);
    } finally {
      session.stop();
    }
  }
}
