package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.FlippedBit;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** Disks that change what was written, of which neither DuckDB nor Parquet tells in most cases. */
final class BitFlipsTest {
  private static final int FLIPS = 200;

  @TempDir private Path out;

  @Test
  void everyFlippedBitOfAFileOfTheManifestIsFound() throws IOException {
    Release release = SmallRelease.published(out, SmallRelease.tables());
    List<Path> files =
        release.manifest().files().stream()
            .map(file -> release.folder().resolve(file.path()))
            .toList();
    makeWritable(release.folder());
    long seed = System.nanoTime();
    Random draws = new Random(seed);

    for (int flip = 1; flip <= FLIPS; flip++) {
      FlippedBit flipped = FlippedBit.drawn(files, draws);
      flipped.turn();
      assertThat(release.problems())
          .as("flip %d of seed %d, %s", flip, seed, flipped)
          .containsExactly(release.folder().relativize(flipped.file()) + " has been changed");
      flipped.turn();
    }
    assertThat(release.problems()).isEmpty();
  }

  @Test
  void everyFlippedBitOfTheManifestItselfIsFound() throws IOException {
    Release release = SmallRelease.published(out, SmallRelease.tables());
    Path manifest = release.folder().resolve("manifest.json");
    makeWritable(release.folder());
    long seed = System.nanoTime();
    Random draws = new Random(seed);

    for (int flip = 1; flip <= FLIPS; flip++) {
      FlippedBit flipped = FlippedBit.drawn(List.of(manifest), draws);
      flipped.turn();
      assertThat(release.problems())
          .as("flip %d of seed %d, %s", flip, seed, flipped)
          .containsExactly("manifest.json has been changed");
      assertThatThrownBy(() -> release.manifest())
          .isInstanceOfSatisfying(
              UserError.class,
              error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT));
      flipped.turn();
    }
    assertThat(release.problems()).isEmpty();
  }

  private static void makeWritable(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
