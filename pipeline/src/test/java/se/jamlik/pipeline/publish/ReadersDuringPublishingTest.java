package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who resolve CURRENT and read on while release after release is published. */
@Tag("faults")
final class ReadersDuringPublishingTest {
  private static final int PUBLISHES = 120;
  private static final int READERS = 3;
  private static final double FIRST = 100;

  @TempDir private Path out;

  @Test
  void threeReadersSeeOnlyWholeReleasesAndNeverGoBack() {
    SmallRelease.published(out, SmallRelease.tables(FIRST));
    AtomicBoolean isDone = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(READERS);
    try {
      List<CompletableFuture<List<Double>>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        readers.add(CompletableFuture.supplyAsync(() -> readUntil(isDone), threads));
      }
      for (int night = 1; night <= PUBLISHES; night++) {
        SmallRelease.published(out, SmallRelease.tables(FIRST + night));
      }
      isDone.set(true);

      for (CompletableFuture<List<Double>> reader : readers) {
        assertThat(reader.join())
            .isNotEmpty()
            .isSorted()
            .allMatch(seen -> seen >= FIRST && seen <= FIRST + PUBLISHES);
      }
    } finally {
      isDone.set(true);
      threads.shutdownNow();
    }
  }

  /** Reads the same number twice, from the Parquet and from the database of one release. */
  private List<Double> readUntil(AtomicBoolean isDone) {
    List<Double> seen = new ArrayList<>();
    while (!isDone.get()) {
      Release release = Releases.under(out).current();
      assertThat(release.problems()).isEmpty();
      double database = inDatabase(release);
      assertThat(inParquet(release)).isEqualTo(database);
      seen.add(database);
    }
    return seen;
  }

  private static double inDatabase(Release release) {
    StringBuilder answer = new StringBuilder();
    Query.on(release).run("select numerator from indicator_value", AnswerFormat.CSV, answer);
    return Double.parseDouble(answer.toString().lines().skip(1).findFirst().orElseThrow());
  }

  private static double inParquet(Release release) {
    Path table = release.folder().resolve("indicator_value");
    try (Database database = Database.inMemory(table)) {
      return ((Number)
              Objects.requireNonNull(
                  database
                      .rows(
                          "select numerator from read_parquet(%s)"
                              .formatted(Sql.text(table.resolve("*.parquet"))))
                      .get(0)
                      .get(0)))
          .doubleValue();
    }
  }
}
