package se.jamlik.pipeline.pseudonymise;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

/** A file of text that gets its name when it is whole and kept, and is gone otherwise. */
final class NewFile implements AutoCloseable {
  private final Path file;
  private final Path unfinished;
  private final Writer text;
  private boolean isFinished;

  private NewFile(Path file, Path unfinished, Writer text) {
    this.file = file;
    this.unfinished = unfinished;
    this.text = text;
  }

  /** Begins a file for this account alone; one of that name must not be there. */
  static NewFile at(Path file) throws IOException {
    if (Files.exists(file)) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot write %s: there is such a file already (expected a new name, since a delivered file is never changed). Name another."
              .formatted(file.getFileName()));
    }
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    Files.createFile(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    OutputStream bytes = Files.newOutputStream(unfinished, StandardOpenOption.WRITE);
    boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return new NewFile(
        file,
        unfinished,
        new BufferedWriter(
            new OutputStreamWriter(
                isPacked ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8),
            1 << 16));
  }

  Writer text() {
    return text;
  }

  /** Ends the text and returns its SHA-256; the file has not got its name yet. */
  String finish() throws IOException {
    text.close();
    isFinished = true;
    return Sha256.of(unfinished);
  }

  /** Gives the file its name. */
  void keep() throws IOException {
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    try {
      if (!isFinished) {
        text.close();
      }
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
