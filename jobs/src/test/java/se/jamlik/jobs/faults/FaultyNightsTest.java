package se.jamlik.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What may happen to a night on one machine. Each test begins with a release of the evening before
 * and ends with the release that an undisturbed night makes.
 */
@Tag("faults")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class FaultyNightsTest {
  private static final String EVENING = "2026-11-21";
  private static final int KILLS = 10;
  private static final int STOPPED = 143;
  private static final int LOCKED = 75;

  @TempDir private static Path shared;
  private static Nights nights;
  private static Path evening;
  private static Map<String, String> undisturbed;

  @TempDir private Path folder;
  private Path installation;

  /** The evening's release, and what the night after it makes when nothing happens. */
  @BeforeAll
  static void twoNights() throws Exception {
    Installed installed = Installed.here();
    nights = new Nights(installed, shared.resolve("inbox"));
    nights.synthesise(300, 3);
    evening = shared.resolve("evening");
    assertThat(nights.begin(evening, EVENING, Nights.HEAP, List.of()).waitFor()).isZero();
    deliver();
    Path night = shared.resolve("night");
    Nights.copy(evening, night);
    assertThat(nights.run(night)).isZero();
    undisturbed = Nights.contents(night);
  }

  /** A new delivery: two rows of the list of patients once more under another name. */
  private static void deliver() throws IOException {
    Path listed = nights.inbox().resolve("pv_listning/listning.csv");
    List<String> lines = Files.readAllLines(listed);
    Files.write(
        listed.resolveSibling("later.csv"),
        List.of(lines.get(0), lines.get(lines.size() - 2), lines.get(lines.size() - 1)),
        StandardOpenOption.CREATE_NEW);
  }

  @BeforeEach
  void theEveningBefore() throws IOException {
    installation = folder.resolve("installation");
    Nights.copy(evening, installation);
  }

  @Test
  void killedAtRandomMomentsTheNightsLeaveTheOldReleaseAndTheNextPutsEverythingRight()
      throws Exception {
    long seed = System.nanoTime();
    System.out.println("killed at random moments: seed " + seed);
    Random draws = new Random(seed);
    String old = Nights.wholeRelease(installation).id();
    int killed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process night = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());
      boolean hasEnded = night.waitFor(draws.nextInt(60_000), TimeUnit.MILLISECONDS);
      night.destroyForcibly().waitFor();
      killed += hasEnded ? 0 : 1;
      String seen = Nights.wholeRelease(installation).id();
      assertThat(seen).as("seed %d", seed).isIn(old, Nights.AS_OF + ".1");
    }
    assertThat(killed).as("seed %d", seed).isPositive();

    assertThatTheNextNightPutsEverythingRight();
  }

  @Test
  void ofTwoNightsAtOnceOneRunsAndTheOtherIsTurnedAway() throws Exception {
    Process one = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());
    Process other = nights.begin(installation, Nights.AS_OF, Nights.HEAP, List.of());

    assertThat(List.of(one.waitFor(), other.waitFor())).containsExactlyInAnyOrder(0, LOCKED);

    assertThat(Nights.contents(installation)).isEqualTo(undisturbed);
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
    assertThat(Nights.contents(installation)).isEqualTo(undisturbed);
  }

  @Test
  void aHeapThatIsTooSmallEndsTheNightAndLeavesTheOldRelease() throws Exception {
    String old = Nights.wholeRelease(installation).id();

    assertThat(nights.begin(installation, Nights.AS_OF, "96m", List.of()).waitFor()).isNotZero();

    assertThat(Nights.wholeRelease(installation).id()).isEqualTo(old);
    assertThatTheNextNightPutsEverythingRight();
  }

  @Test
  void neitherTheZoneOfTheMachineNorTheNumberOfPartitionsChangesAByte() throws Exception {
    List<String> elsewhere =
        List.of(
            "-Duser.timezone=Pacific/Honolulu",
            "-Duser.language=sv",
            "-Dspark.sql.shuffle.partitions=3");

    assertThat(nights.begin(installation, Nights.AS_OF, Nights.HEAP, elsewhere).waitFor()).isZero();

    assertThat(Nights.contents(installation)).isEqualTo(undisturbed);
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
    Nights.copy(evening.resolve("secret"), afresh.resolve("secret"));

    assertThat(new Nights(nights.installed(), cut).run(afresh)).isZero();

    String values = "indicator_value/part-00000.parquet";
    assertThat(Nights.contents(afresh)).containsEntry(values, undisturbed.get(values));
  }

  private void assertThatTheNextNightPutsEverythingRight() throws Exception {
    assertThat(nights.run(installation)).isZero();
    assertThat(Nights.contents(installation)).isEqualTo(undisturbed);
    assertThat(installation.resolve("published").toFile().list())
        .noneMatch(name -> name.startsWith("."));
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + name, process.pid() + "").start().waitFor())
        .isZero();
  }
}
