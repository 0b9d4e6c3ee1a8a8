package se.jamlik.pipeline.adapt;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;

/**
 * What has been fetched from an inbox, as it was there: a file that is the same still is not
 * fetched again. Where the note is lost, or is of another inbox, everything is.
 *
 * @param inbox its address
 * @param files by their paths below the inbox
 */
record FetchedFiles(String inbox, SortedMap<String, Seen> files) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A file as the file system tells of it.
   *
   * @param modified milliseconds of its clock
   * @param tag what an object store calls just these bytes; empty where there is no such thing
   */
  record Seen(long bytes, long modified, String tag) {
    static Seen of(FileStatus status) {
      String tag = status instanceof EtagSource tagged ? tagged.getEtag() : null;
      return new Seen(status.getLen(), status.getModificationTime(), tag == null ? "" : tag);
    }
  }

  /** What was noted of this inbox. */
  static FetchedFiles read(Path note, String inbox) throws IOException {
    try {
      if (Files.exists(note)) {
        FetchedFiles read = JSON.readValue(note.toFile(), FetchedFiles.class);
        if (inbox.equals(read.inbox()) && read.files() != null) {
          return new FetchedFiles(inbox, new TreeMap<>(read.files()));
        }
      }
    } catch (JacksonException e) {
      // Not written by us: everything is fetched anew.
    }
    return new FetchedFiles(inbox, new TreeMap<>());
  }

  boolean has(String name, Seen seen) {
    return seen.equals(files.get(name));
  }

  /** Replaces the note; it is on the disk when the call returns. */
  void write(Path note) throws IOException {
    Path unfinished = note.resolveSibling("." + note.getFileName());
    try (FileChannel channel = OwnFiles.create(unfinished)) {
      ByteBuffer bytes =
          ByteBuffer.wrap(JSON.writeValueAsBytes(Map.of("inbox", inbox, "files", files)));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(unfinished, note, StandardCopyOption.ATOMIC_MOVE);
  }
}
