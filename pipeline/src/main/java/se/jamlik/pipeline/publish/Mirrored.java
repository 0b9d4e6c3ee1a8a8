package se.jamlik.pipeline.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which releases this installation has put into its mirror, in {@code published/MIRRORED}: what it
 * prunes it may delete there, and nothing else.
 *
 * @param mirror its address
 */
record Mirrored(String mirror, SortedSet<String> releases) {
  private static final String FILE = "MIRRORED";

  static Mirrored read(Path published, String mirror) throws IOException {
    Path file = published.resolve(FILE);
    try {
      if (Files.exists(file)) {
        Mirrored read = Json.read(Files.readString(file), Mirrored.class);
        if (mirror.equals(read.mirror()) && read.releases() != null) {
          return new Mirrored(mirror, new TreeSet<>(read.releases()));
        }
      }
    } catch (JsonProcessingException e) {
      // Not written by us: nothing is ours to delete.
    }
    return new Mirrored(mirror, new TreeSet<>());
  }

  void write(Path published) throws IOException {
    Path written = published.resolve("." + FILE + ".tmp");
    Folders.writeDurably(written, Json.text(this));
    Folders.renameAtomically(written, published.resolve(FILE));
    Folders.forceOne(published);
  }
}
