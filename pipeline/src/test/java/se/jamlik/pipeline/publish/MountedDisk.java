package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Something that is mounted over a folder until it is closed; only root may mount, and a test of
 * another account is skipped.
 */
public record MountedDisk(Path folder) implements AutoCloseable {

  /** An empty disk of so many bytes, which its owner alone may enter. */
  public static MountedDisk empty(Path folder, long bytes) {
    return mounted(folder, "-t", "tmpfs", "-o", "mode=700,size=" + bytes, "tmpfs");
  }

  /** What another folder holds, to be read and not to be written. */
  static MountedDisk readOnly(Path of, Path folder) {
    MountedDisk disk = mounted(folder, "--bind", of.toString());
    if (!Commands.haveRun("mount", "-o", "remount,ro,bind", folder.toString())) {
      disk.close();
      throw new AssertionError("What is mounted can still be written: " + folder);
    }
    return disk;
  }

  private static MountedDisk mounted(Path folder, String... what) {
    String[] command =
        Stream.of(Stream.of("mount"), Stream.of(what), Stream.of(folder.toString()))
            .flatMap(words -> words)
            .toArray(String[]::new);
    assumeTrue(Commands.haveRun(command), "this account may mount no disk");
    return new MountedDisk(folder);
  }

  @Override
  public void close() {
    assertThat(Commands.haveRun("umount", folder.toString())).isTrue();
  }
}
