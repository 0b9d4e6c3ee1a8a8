package se.jamlik.pipeline.adapt;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LeaseRecoverable;
import se.jamlik.pipeline.adapt.FetchedFiles.Seen;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.RemoteFolder;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Fetches one file at a time: under another name until all its bytes are on the disk, and only when
 * it was the same before and after.
 *
 * @param coming where a file is while it comes
 */
record FetchedFile(RemoteFolder inbox, Path coming) {
  private static final int BUFFER = 1 << 20;

  /** Later than anybody's birth, so that no number in a wrong name is told. */
  private static final int LAST_YEAR = 2100;

  /**
   * Puts a file of the inbox in its place, or leaves what is there.
   *
   * @throws UserError with DELIVERY when the file changes meanwhile, with INPUT_OUTPUT when it
   *     cannot be read
   */
  void fetch(String name, FileStatus there, Path place) throws IOException {
    String shown = Personnummer.masked(name, LAST_YEAR);
    try {
      long bytes = copied(shown, there);
      if (!Seen.of(there).equals(seenNow(there, shown))) {
        throw unfinished(shown);
      }
      if (bytes != there.getLen()) {
        throw inbox.error(
            "fetch %s: %d bytes came of %d".formatted(shown, bytes, there.getLen()),
            new EOFException());
      }
      OwnFiles.makeFolder(Objects.requireNonNull(place.getParent()));
      Files.move(coming, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(coming);
    }
  }

  private long copied(String shown, FileStatus there) throws IOException {
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (FileChannel to = OwnFiles.create(coming);
        InputStream from = opened(shown, there)) {
      for (int read = read(shown, from, buffer); read >= 0; read = read(shown, from, buffer)) {
        ByteBuffer come = ByteBuffer.wrap(buffer, 0, read);
        while (come.hasRemaining()) {
          to.write(come);
        }
        bytes += read;
      }
      to.force(true);
    }
    return bytes;
  }

  private InputStream opened(String shown, FileStatus there) {
    try {
      // HDFS lets a file be seen while it is written.
      if (inbox.files() instanceof LeaseRecoverable writers
          && !writers.isFileClosed(there.getPath())) {
        throw unfinished(shown);
      }
      return inbox.files().open(there.getPath());
    } catch (IOException e) {
      throw inbox.error("fetch " + shown, e);
    }
  }

  private int read(String shown, InputStream from, byte[] buffer) {
    try {
      return from.read(buffer);
    } catch (IOException e) {
      throw inbox.error("fetch " + shown, e);
    }
  }

  private Seen seenNow(FileStatus there, String shown) {
    try {
      return Seen.of(inbox.files().getFileStatus(there.getPath()));
    } catch (IOException e) {
      throw inbox.error("fetch " + shown, e);
    }
  }

  private UserError unfinished(String shown) {
    return new UserError(
        ExitCode.DELIVERY,
        "Cannot fetch %s: it is being written in %s (expected a file that is finished when it has its name). Run again when the sender has ended; the earlier release stands."
            .formatted(shown, inbox.address()));
  }
}
