package se.jamlik.pipeline.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

final class ReleaseDatabaseTest {
  private static final int DATABASES = 3;
  private static final int LOAD = 2;
  private static final int ROWS = 20_000;

  @TempDir private Path folder;

  @Test
  void sameRowsGiveTheSameBytesAndNothingElseOfTheMemoryWhateverRunsBeside()
      throws IOException, InterruptedException {
    Path tables = folder.resolve("tables");
    Files.createDirectories(tables);
    TableFiles.write(tables, tables());
    String first = madeIn(tables);
    Set<String> others = new HashSet<>();
    CountDownLatch begun = new CountDownLatch(LOAD);
    ExecutorService load = Executors.newFixedThreadPool(LOAD);
    try {
      for (int thread = 0; thread < LOAD; thread++) {
        load.execute(() -> fillTheMemory(begun));
      }
      begun.await();
      for (int database = 0; database < DATABASES; database++) {
        others.add(madeIn(copyOf(tables, "beside-others-" + database)));
      }
    } finally {
      load.shutdownNow();
    }

    assertThat(others.equals(Set.of(first))).as("%s different", others.size()).isTrue();
    assertThat(first.contains("SECRET")).isFalse();
  }

  /** The bytes of a database of the tables in a folder, one character each. */
  private static String madeIn(Path folder) throws IOException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    tables().forEach(table -> columns.put(table.name(), table.columns()));
    ReleaseDatabase.make(folder, columns, DataDictionary.read(), SmallRelease.facts());
    return Files.readString(folder.resolve(ReleaseDatabase.FILE), ISO_8859_1);
  }

  private Path copyOf(Path tables, String name) throws IOException {
    Path copy = folder.resolve(name);
    for (String table : List.of("indicator_value", "delivery")) {
      Files.createDirectories(copy.resolve(table));
      Files.copy(TableFiles.of(tables, table), TableFiles.of(copy, table));
    }
    return copy;
  }

  /** Texts of few and of many values, statistics, and counts that are missing here and there. */
  private static List<ReleaseTable> tables() {
    List<Row> values = new ArrayList<>();
    List<Row> deliveries = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      values.add(
          row % 7 == 0
              ? SmallRelease.value("MM2", "2480", null, null, "suppressed")
              : SmallRelease.value("MM2", "2460", row % 97.0, 1000.0 + row));
      deliveries.add(
          RowFactory.create(
              row % 2 == 0 ? "sol" : "lss",
              "sol/%d.csv".formatted(row),
              LocalDateTime.of(2026, 3, 29, 2, 30),
              row % 3 == 0 ? null : row * 37L % 1009));
    }
    return List.of(
        SmallRelease.indicatorValue(values.toArray(Row[]::new)),
        new ReleaseTable(
            "delivery", SmallRelease.delivery("sol/2026-11-21.csv").schema(), deliveries));
  }

  /** Leaves other texts and numbers everywhere that a database may get its memory from. */
  private void fillTheMemory(CountDownLatch begun) {
    while (!Thread.currentThread().isInterrupted()) {
      try (Database database = Database.inMemory(folder)) {
        database.execute(
            """
            create table secrets as
            select
              'SECRET' || range as text,
              case when range % 3 > 0 then hash(range) end as number
            from range(50000)
            order by number
            """);
      }
      begun.countDown();
    }
  }
}
