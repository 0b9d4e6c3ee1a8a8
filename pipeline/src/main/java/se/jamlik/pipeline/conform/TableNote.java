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
 * What lies beside what a stage of conform has made: what it was made from and what became of the
 * rows. It is written last, so that what was not finished has none.
 *
 * @param struck rows that take no part any more
 */
record TableNote(String madeFrom, List<Long> counts, StruckRows struck) {
  private static final String NAME = "_settled.json";

  TableNote {
    counts = List.copyOf(counts);
  }

  /** The note in the folder, if what it is about was made from this. */
  static Optional<TableNote> read(String folder, String madeFrom) {
    return read(folder).filter(note -> note.madeFrom().equals(madeFrom));
  }

  /** Nothing without a note, or when a killed run wrote half of it or the disk has changed it. */
  static Optional<TableNote> read(String folder) {
    Path path = new Path(folder, NAME);
    try {
      FileSystem files = path.getFileSystem(LocalFiles.configuration());
      if (!files.exists(path)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(path)) {
        return SealedJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .map(TableNote::of);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableNote of(ObjectNode note) {
    List<Long> counts = new ArrayList<>();
    note.path("counts").forEach(count -> counts.add(count.asLong()));
    return new TableNote(
        note.path("made_from").asText(), counts, StruckRows.of(note.path("struck")));
  }

  /** Lays the note into the folder. */
  void write(String folder) {
    Path path = new Path(folder, NAME);
    ObjectNode note = JsonNodeFactory.instance.objectNode().put("made_from", madeFrom);
    counts.forEach(note.putArray("counts")::add);
    note.set("struck", struck.json());
    try (OutputStream out = path.getFileSystem(LocalFiles.configuration()).create(path, true)) {
      out.write(SealedJson.text(note).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
