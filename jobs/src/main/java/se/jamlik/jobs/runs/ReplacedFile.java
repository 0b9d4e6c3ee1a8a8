package se.jamlik.jobs.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that a reader finds as it was or as it is, never half written. */
public final class ReplacedFile {
  private ReplacedFile() {}

  /** Writes a text in the place of what the file of that name was; the folder is made. */
  public static void write(Path folder, String name, String text) {
    Path unfinished = folder.resolve("." + name);
    try {
      Files.createDirectories(folder);
      Files.writeString(unfinished, text, StandardCharsets.UTF_8);
      Files.move(
          unfinished,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
