package se.jamlik.jobs.faults;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.pipeline.kept.KeptTable;
import se.jamlik.pipeline.publish.Releases;

/**
 * What may happen to a night on one machine. Each test begins with a release of the evening before
 * and ends with the release that an undisturbed night makes.
 */
@Tag("faults")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class FaultyNightsTest {
  private static final int KILLS = 10;
  private static final int STOPPED = 143;
  private static final int INPUT_OUTPUT = 74;
  private static final int LOCKED = 75;

  @TempDir private static Path shared;
  private static Evening evening;
  private static Nights nights;

  @TempDir private Path folder;
  private Path installation;

  @BeforeAll
  static void twoNights() throws Exception {
    evening = Evening.in(shared);
    nights = evening.nights();
  }

  @BeforeEach
  void theEveningBefore() throws IOException {
    installation = folder.resolve("installation");
    Nights.copy(evening.folder(), installation);
  }

  @Test
  void killedAtRandomMomentsTheNightsLeaveTheOldReleaseAndTheNextPutsEverythingRight()
      throws Exception {
    long seed = System.nanoTime();
    System.out.println("killed at random moments: seed " + seed);
    Random draws = new Random(seed);
    String old = Nights.wholeRelease(installation).id();
    long longest = (long) (1_000 * Nights.newestRun(evening.night()).seconds().orElseThrow());
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process night = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());
      boolean hasEnded = night.waitFor(draws.nextLong(longest), TimeUnit.MILLISECONDS);
      night.destroyForcibly().waitFor();
      killed += hasEnded ? 0 : 1;
      String seen = Nights.wholeRelease(installation).id();
      assertThat(seen).as("seed %d", seed).isIn(old, Nights.AS_OF + ".1");
    }
    assertThat(killed).as("seed %d", seed).isPositive();

    assertThatTheNextNightPutsEverythingRight();
  }

  /** What is told made is not made again: stage by stage the night comes to its end. */
  @ParameterizedTest
  @CsvSource({"conform, conform", "link, link", "mark, mark", "publish, mark", "reports, mark"})
  void killedAfterAStageTheNextNightReusesWhatItHasMade(String stage, String lastReused)
      throws Exception {
    nights.beginUntil(stage, installation, Nights.AS_OF).destroyForcibly().waitFor();
    evening.assertThatTheOldReleaseStands(installation);

    assertThatTheNextNightPutsEverythingRight();

    for (String reused : List.of("conform", "link", "mark")) {
      assertThat(Nights.made(reused, installation)).as(reused).isZero();
      if (reused.equals(lastReused)) {
        break;
      }
    }
  }

  /** What comes after the release is done by the next night, though it finds nothing to publish. */
  @Test
  void killedAsSoonAsItsReleaseIsSeenItLeavesTheNextNightToGiveExtractsItsRows() throws Exception {
    Path published = installation.resolve("published");
    String old = Nights.wholeRelease(installation).id();
    try (WatchService changes = published.getFileSystem().newWatchService()) {
      published.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
      Process night = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());
      while (Releases.under(installation).current().id().equals(old)) {
        changes.take().reset();
      }
      night.destroyForcibly().waitFor();
    }

    assertThatTheNextNightPutsEverythingRight();

    assertThat(personRows(installation)).isEqualTo(personRows(evening.night()));
  }

  /** A digest of the rows that extracts are made of. */
  private static String personRows(Path installation) throws SQLException {
    List<String> files =
        KeptTable.settledFiles(installation.resolve("marked/person_period").toString());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) || ' ' || md5(string_agg(persons::varchar, ' ' order by persons::varchar)) from read_parquet(['%s']) persons"
                    .formatted(String.join("', '", files)))) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void ofTwoNightsAtOnceOneRunsAndTheOtherIsTurnedAway() throws Exception {
    Process one = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());
    Process other = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());

    assertThat(List.of(one.waitFor(), other.waitFor())).containsExactlyInAnyOrder(0, LOCKED);

    assertThat(Nights.contents(installation)).isEqualTo(evening.undisturbed());
  }

  @Test
  void aNightThatIsToldToStopEndsWithItsCodeAndLeavesTheOldRelease() throws Exception {
    String old = Nights.wholeRelease(installation).id();
    Process night = nights.beginUntil("conform", installation, Nights.AS_OF);

    night.destroy();

    assertThat(night.waitFor()).isEqualTo(STOPPED);
    assertThat(Nights.wholeRelease(installation).id()).isEqualTo(old);
    assertThatTheNextNightPutsEverythingRight();
  }

  @Test
  void aNightThatStandsStillHoldsItsLockAndGoesOnAsIfNothingWas() throws Exception {
    Process night = nights.beginUntil("adapt", installation, Nights.AS_OF);
    signal("STOP", night);

    assertThat(nights.run(installation)).isEqualTo(LOCKED);
    signal("CONT", night);
    night.inputReader().transferTo(Writer.nullWriter());

    assertThat(night.waitFor()).isZero();
    assertThat(Nights.contents(installation)).isEqualTo(evening.undisturbed());
  }

  /** Spark refuses to begin in a heap below 450 MiB; without that limit memory runs out midway. */
  @Test
  void aHeapThatIsTooSmallToBeginEndsTheNight() throws Exception {
    assertThatTheNightEndsIn("96m", List.of());
  }

  @Test
  void memoryThatRunsOutMidwayEndsTheNight() throws Exception {
    assertThatTheNightEndsIn("110m", List.of("-Dspark.testing.reservedMemory=20000000"));
    assertThat(Nights.stages(installation)).isNotEmpty();
  }

  private void assertThatTheNightEndsIn(String heap, List<String> options) throws Exception {
    Process night = nights.begin(installation, Nights.AS_OF, heap, options);

    assertThat(night.waitFor()).isEqualTo(INPUT_OUTPUT);

    evening.assertThatTheOldReleaseStands(installation);
  }

  @Test
  void neitherTheZoneOfTheMachineNorTheNumberOfPartitionsChangesAByte() throws Exception {
    List<String> elsewhere =
        List.of(
            "-Duser.timezone=Pacific/Honolulu",
            "-Duser.language=sv",
            "-Dspark.sql.shuffle.partitions=3");

    assertThat(nights.begin(installation, Nights.AS_OF, Nights.HEAP, elsewhere).waitFor()).isZero();

    assertThat(Nights.contents(installation)).isEqualTo(evening.undisturbed());
  }

  /** Which file a row came in is told in delivery, so the values alone are compared. */
  @Test
  void aFileThatIsCutInTwoGivesTheIndicatorsOfTheWhole() throws Exception {
    Path cut = folder.resolve("cut");
    Nights.copy(nights.inbox(), cut);
    Path whole = cut.resolve("lmed/2024.csv");
    List<String> lines = Files.readAllLines(whole);
    int half = lines.size() / 2;
    Files.write(whole.resolveSibling("2024-a.csv"), lines.subList(0, half));
    Files.write(
        whole.resolveSibling("2024-b.csv"),
        Stream.concat(Stream.of(lines.get(0)), lines.subList(half, lines.size()).stream())
            .toList());
    Files.delete(whole);
    Path afresh = folder.resolve("afresh");
    Nights.copy(evening.folder().resolve("secret"), afresh.resolve("secret"));

    assertThat(nights.on(cut).run(afresh)).isZero();

    String values = "indicator_value/part-00000.parquet";
    assertThat(Nights.contents(afresh)).containsEntry(values, evening.undisturbed().get(values));
  }

  /** Exact numbers, since what is published is perturbed by the pseudonym. */
  @Test
  void otherPseudonymsForTheSamePeopleGiveTheSameNumbers() throws Exception {
    Path renamed = folder.resolve("renamed");
    Nights.copy(nights.inbox(), renamed);
    try (Stream<Path> files = Files.walk(renamed)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        withPseudonymsReversed(file);
      }
    }
    Path afresh = folder.resolve("afresh");
    Nights.copy(evening.folder().resolve("secret"), afresh.resolve("secret"));

    assertThat(nights.on(renamed).run(afresh)).isZero();

    assertThat(exact(afresh)).isEqualTo(exact(evening.night())).hasSizeGreaterThan(1_000);
  }

  private static void withPseudonymsReversed(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int column = List.of(lines.get(0).split(";")).indexOf("lopnr");
    if (column >= 0) {
      List<String> reversed = new ArrayList<>(List.of(lines.get(0)));
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(";", -1);
        fields[column] = new StringBuilder(fields[column]).reverse().toString();
        reversed.add(String.join(";", fields));
      }
      Files.write(file, reversed);
    }
  }

  /** The exact indicators of an installation, a line each; sums of decimals to six places. */
  private static List<String> exact(Path installation) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select concat_ws(' ', indicator, period, area, sex, age_group, dimension, category,
                  standard, status, round(numerator, 6), round(denominator, 6))
                from read_parquet('%s/measured/indicator_value/*.parquet')
                order by all
                """
                    .formatted(installation))) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private void assertThatTheNextNightPutsEverythingRight() throws Exception {
    evening.assertThatTheNextNightPutsEverythingRight(installation);
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + name, process.pid() + "").start().waitFor())
        .isZero();
  }
}
