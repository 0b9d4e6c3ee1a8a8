package se.jamlik.pipeline.conform;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.Definitions;

/**
 * Rows that one core reads in a second, of a text delivery of home care: looked through, parsed,
 * guarded and written as Parquet; and DuckDB's read_csv with the same types, written as Parquet.
 * Seconds are those of the processor, so that what else the machine does counts little.
 */
final class ReadingSpeed {
  private static final int ROWS = 3_000_000;

  private ReadingSpeed() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("speed");
    Path inbox = Files.createDirectories(folder.resolve("in"));
    Path file = Files.createDirectory(inbox.resolve("sol")).resolve("1.csv");
    write(file);
    for (int round = 0; round < 3; round++) {
      String out = folder.resolve("out" + round).toString();
      tell("our reader", () -> ours(inbox, out));
      Path copy = folder.resolve("duck" + round + ".parquet");
      tell("DuckDB", () -> duckDb(file, copy));
    }
  }

  private static void write(Path file) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      lines.write("lopnr;kommun;insats;fom;tom;timmar_man;boendeform\n");
      for (int row = 0; row < ROWS; row++) {
        lines.write(
            "%016x%016x;24%02d;HEMTJANST;20%02d-%02d-%02d;;%d,5;ORDINART\n"
                .formatted(
                    random.nextLong(),
                    random.nextLong(),
                    random.nextInt(100),
                    20 + random.nextInt(6),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(200)));
      }
    }
  }

  private static long ours(Path inbox, String out) {
    Adapted adapted =
        Adapt.deliveries(inbox, out, LocalDate.of(2026, 11, 22), Set.of(), Definitions.load());
    Arrival arrival = adapted.arrivals().get(0);
    return IntStream.range(0, arrival.scan().chunks().size())
        .mapToLong(place -> ChunkTask.of(arrival, new Store(out), place, 2026).read().kept())
        .sum();
  }

  private static long duckDb(Path file, Path written) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set threads = 1");
      return statement.executeUpdate(
          """
          copy (
            select *
            from read_csv('%s', delim = ';', header = true, decimal_separator = ',', columns = {
              'lopnr': 'varchar', 'kommun': 'varchar', 'insats': 'varchar', 'fom': 'date',
              'tom': 'date', 'timmar_man': 'decimal(18, 6)', 'boendeform': 'varchar'})
          ) to '%s' (format parquet, compression zstd)
          """
              .formatted(file, written));
    }
  }

  private static void tell(String what, Callable<Long> work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    long rows = work.call();
    double seconds = (system.getProcessCpuTime() - before) / 1e9;
    System.out.printf(
        Locale.ROOT, "%-10s %d rows, %.0f rows a second and core%n", what, rows, rows / seconds);
  }
}
