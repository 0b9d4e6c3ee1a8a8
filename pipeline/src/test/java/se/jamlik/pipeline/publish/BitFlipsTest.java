package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      Path file = files.get(draws.nextInt(files.size()));
      long bit = draws.nextLong(8 * Files.size(file));
      flip(file, bit);
      assertThat(release.problems())
          .as("flip %d of seed %d, bit %d", flip, seed, bit)
          .containsExactly(release.folder().relativize(file) + " has been changed");
      flip(file, bit);
    }
    assertThat(release.problems()).isEmpty();
  }

  private static void flip(Path file, long bit) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, bit / 8);
      one.put(0, (byte) (one.get(0) ^ (1 << (int) (bit % 8)))).flip();
      channel.write(one, bit / 8);
    }
  }

  private static void makeWritable(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
