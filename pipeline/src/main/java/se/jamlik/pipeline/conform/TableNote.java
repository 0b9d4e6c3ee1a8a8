package se.jamlik.pipeline.conform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/**
 * What lies beside a written table: what it was made from and what became of the rows. The note is
 * taken away before the table is written anew, so that a table that was not finished has none.
 */
final class TableNote {
  private static final String NAME = "_settled.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TableNote() {}

  /** The counts of the table in the folder, if it was made from this. */
  static Optional<List<Long>> read(String folder, String madeFrom) {
    Path path = new Path(folder, NAME);
    try {
      FileSystem files = path.getFileSystem(LocalFiles.configuration());
      if (!files.exists(path)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(path)) {
        JsonNode note = JSON.readTree(in);
        if (!note.path("made_from").asText().equals(madeFrom)) {
          return Optional.empty();
        }
        List<Long> counts = new ArrayList<>();
        note.path("counts").forEach(count -> counts.add(count.asLong()));
        return Optional.of(counts);
      }
    } catch (JsonProcessingException e) {
      return Optional.empty(); // A killed run wrote half of it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the table in the folder was made from; nothing when it is not whole. */
  static Optional<String> madeFrom(String folder) {
    Path path = new Path(folder, NAME);
    try {
      FileSystem files = path.getFileSystem(LocalFiles.configuration());
      if (!files.exists(path)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(path)) {
        return Optional.of(JSON.readTree(in).path("made_from").asText());
      }
    } catch (JsonProcessingException e) {
      return Optional.empty();
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
    ObjectNode note = JSON.createObjectNode().put("made_from", madeFrom);
    counts.forEach(note.putArray("counts")::add);
    try (OutputStream out = path.getFileSystem(LocalFiles.configuration()).create(path, true)) {
      out.write(JSON.writeValueAsBytes(note));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
