package se.jamlik.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import se.jamlik.pipeline.publish.MountedDisk;

/**
 * Whole nights with a folder of theirs on a disk that is too small; only root may make one, others
 * skip this.
 */
@Tag("faults")
@Timeout(value = 40, unit = TimeUnit.MINUTES)
final class FullDisksTest {
  private static final int INPUT_OUTPUT = 74;
  private static final int PAGE = 4096;

  @TempDir private static Path shared;
  private static Evening evening;

  @TempDir private Path folder;
  private Path installation;

  @BeforeAll
  static void twoNights() throws Exception {
    MountedDisk.empty(Files.createDirectories(shared.resolve("tried")), PAGE).close();
    evening = Evening.in(shared);
  }

  @BeforeEach
  void theEveningBefore() throws IOException {
    installation = folder.resolve("installation");
    Nights.copy(evening.folder(), installation);
  }

  /** On a disk with room for a third of what the folder held in the evening. */
  @ParameterizedTest
  @CsvSource({"conformed, adapt", "linked, conform", "marked, quality", "measured, protect"})
  @SuppressWarnings("try") // the night uses the disk
  void aFolderWithoutRoomEndsTheNightInItsStage(String name, String lastStage) throws Exception {
    Path small = installation.resolve(name);
    try (MountedDisk disk = MountedDisk.empty(small, bytes(small) / 3)) {
      assertThatTheNightEnds(List.of(), lastStage);
    }

    evening.assertThatTheNextNightPutsEverythingRight(installation);
  }

  @Test
  void shufflesWithoutRoomEndTheNight() throws Exception {
    Path small = Files.createDirectories(folder.resolve("shuffles"));
    try (MountedDisk disk = MountedDisk.empty(small, 16 * PAGE)) {
      assertThatTheNightEnds(List.of("-Dspark.local.dir=" + disk.folder()), "adapt");
    }

    evening.assertThatTheNextNightPutsEverythingRight(installation);
  }

  /** There is room for all of the release but for half of its reports. */
  @Test
  void reportsWithoutRoomEndTheNight() throws Exception {
    Path published = installation.resolve("published");
    Path night = evening.night().resolve("published");
    long reports = bytes(Nights.wholeRelease(evening.night()).folder().resolve("reports"));
    try (MountedDisk disk = MountedDisk.empty(published, bytes(night) - reports / 2)) {
      Nights.copy(evening.folder().resolve("published"), disk.folder());
      assertThatTheNightEnds(List.of(), "publish");
      try (Stream<Path> left = Files.list(disk.folder())) {
        assertThat(left).noneMatch(path -> path.getFileName().toString().startsWith("."));
      }
    }

    evening.assertThatTheNextNightPutsEverythingRight(installation);
  }

  private void assertThatTheNightEnds(List<String> options, String lastStage) throws Exception {
    assertThat(evening.nights().begin(installation, Nights.AS_OF, Nights.HEAP, options).waitFor())
        .isEqualTo(INPUT_OUTPUT);
    evening.assertThatTheOldReleaseStands(installation);
    assertThat(Nights.stages(installation)).last().isEqualTo(lastStage);
    assertThat(Nights.newestRun(installation).state()).isEqualTo("failed");
  }

  /** What the files of a folder take on such a disk, which gives them whole pages. */
  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += (Files.size(file) + PAGE - 1) / PAGE * PAGE;
      }
    }
    return bytes;
  }
}
