package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Lets one run at a time change what stands under an out folder. The kernel frees the lock when the
 * process ends, however it ends, so a killed run leaves nothing to clean up.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws UserError with {@link ExitCode#LOCKED} when another run holds it
   */
  public static RunLock take(Path out) {
    Path file = out.resolve(".lock");
    try {
      Files.createDirectories(out);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new UserError(
            ExitCode.LOCKED,
            ("Cannot start a run: another run holds %s (expected one run at a time)."
                    + " Wait until it has ended.")
                .formatted(file));
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw InputOutput.error("start a run", out, e);
    }
  }

  /** Whether a run holds the lock now. */
  @SuppressWarnings("try")
  public static boolean isHeld(Path out) {
    if (!Files.isDirectory(out)) {
      return false;
    }
    try (RunLock lock = take(out)) {
      return false;
    } catch (UserError e) {
      if (e.exitCode() == ExitCode.LOCKED) {
        return true;
      }
      throw e;
    }
  }

  /** The lock, or null when another process, or another run in this one, holds it. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw InputOutput.error("end a run", Path.of(".lock"), e);
    }
  }
}
