package se.jamlik.pipeline.conform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.SealedJson;

/**
 * What lies beside a written table: what it was made from and what became of the rows. The note is
 * taken away before the table is written anew, so that a table that was not finished has none.
 */
final class TableNote {
  private static final String NAME = "_settled.json";

  private TableNote() {}

  /** The counts of the table in the folder, if it was made from this. */
  static Optional<List<Long>> read(String folder, String madeFrom) {
    return note(folder)
        .filter(note -> note.path("made_from").asText().equals(madeFrom))
        .map(
            note -> {
              List<Long> counts = new ArrayList<>();
              note.path("counts").forEach(count -> counts.add(count.asLong()));
              return counts;
            });
  }

  /** What the table in the folder was made from; nothing when it is not whole. */
  static Optional<String> madeFrom(String folder) {
    return note(folder).map(note -> note.path("made_from").asText());
  }

  /** Nothing without a note, or when a killed run wrote half of it or the disk has changed it. */
  private static Optional<ObjectNode> note(String folder) {
    Path path = new Path(folder, NAME);
    try {
      FileSystem files = path.getFileSystem(LocalFiles.configuration());
      if (!files.exists(path)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(path)) {
        return SealedJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes away the note of a table that is to be written anew. */
  static void delete(String folder) {
    Path path = new Path(folder, NAME);
    try {
      path.getFileSystem(LocalFiles.configuration()).delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes what the table in the folder was made from. */
  static void write(String folder, String madeFrom, List<Long> counts) {
    Path path = new Path(folder, NAME);
    ObjectNode note = JsonNodeFactory.instance.objectNode().put("made_from", madeFrom);
    counts.forEach(note.putArray("counts")::add);
    try (OutputStream out = path.getFileSystem(LocalFiles.configuration()).create(path, true)) {
      out.write(SealedJson.text(note).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
