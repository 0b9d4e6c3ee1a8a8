package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** Disks that are full at every point of publishing; only root may make one, others skip this. */
@Tag("faults")
final class SmallDiskTest {
  private static final int STEPS = 24;
  private static final long DISK = 64L << 20;

  @TempDir private Path folder;

  @Test
  void aDiskThatIsFullAnywhereInPublishingLeavesTheOldReleaseAndNoDebris() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    try (MountedDisk mounted = MountedDisk.empty(disk, DISK)) {
      Path out = Files.createDirectories(mounted.folder().resolve("out"));
      Release old = SmallRelease.published(out, SmallRelease.tables(200));
      long one = size(old.folder());
      int refused = 0;
      for (int step = 0; step < STEPS; step++) {
        fillAllBut(one * step / (STEPS - 4), disk);
        if (isRefused(out, step)) {
          refused++;
        }
        Files.delete(disk.resolve("filler"));
        assertThat(Releases.under(out).current().problems()).isEmpty();
      }
      assertThat(refused).isBetween(STEPS / 2, STEPS - 1);

      assertThat(answer(SmallRelease.published(out, SmallRelease.tables(999)))).contains("999.0");
      try (Stream<Path> left = Files.list(out.resolve("published"))) {
        assertThat(left.map(path -> path.getFileName() + ""))
            .allMatch(name -> !name.startsWith("."));
      }
    }
  }

  /** Whether publishing failed, as an error of the operator's, with the old release to be seen. */
  private static boolean isRefused(Path out, int step) {
    String before = Releases.under(out).current().id();
    try {
      SmallRelease.published(out, SmallRelease.tables(300 + step));
      return false;
    } catch (UserError error) {
      assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT);
      assertThat(Releases.under(out).current().id()).isEqualTo(before);
      return true;
    }
  }

  private static void fillAllBut(long left, Path disk) throws IOException {
    long bytes = Math.max(0, Files.getFileStore(disk).getUsableSpace() - left);
    Path filler = disk.resolve("filler");
    byte[] block = new byte[4096];
    try (var stream = Files.newOutputStream(filler)) {
      for (long written = 0; written + block.length <= bytes; written += block.length) {
        stream.write(block);
      }
    }
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    for (Path file : Folders.files(folder)) {
      size += Files.size(file);
    }
    return size;
  }

  private static String answer(Release release) {
    StringBuilder answer = new StringBuilder();
    Query.on(release).run("select numerator from indicator_value", AnswerFormat.CSV, answer);
    return answer.toString();
  }
}
