package se.jamlik.pipeline.kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.Sha256;

/** Files of a kept table, on any file system that Hadoop knows. */
final class KeptFiles {
  private KeptFiles() {}

  static Optional<String> text(Path file) {
    try {
      FileSystem files = of(file);
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(file)) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a text whole: whoever reads it sees the old one or the new one. */
  static void replace(Path file, String text) {
    Path fresh = new Path(file.getParent(), "." + file.getName() + ".tmp");
    try {
      FileSystem files = of(file);
      files.mkdirs(file.getParent());
      try (FSDataOutputStream out = files.create(fresh, true)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.hsync();
      }
      rename(fresh, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a file another name in one step, in place of any file of that name. */
  static void rename(Path from, Path to) {
    try {
      FileSystem files = of(from);
      FileContext.getFileContext(from.toUri(), LocalFiles.configuration())
          .rename(files.makeQualified(from), files.makeQualified(to), Rename.OVERWRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first 32 hexadecimal digits of the SHA-256 of a file; nothing when it is not there. */
  static Optional<String> content(Path file) {
    MessageDigest digest = Sha256.digest();
    try {
      FileSystem files = of(file);
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream bytes = new DigestInputStream(files.open(file), digest)) {
        bytes.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(Sha256.hexadecimal(digest).substring(0, 32));
  }

  /** What lies in a folder; nothing when there is none. */
  static List<Path> in(Path folder) {
    try {
      FileSystem files = of(folder);
      List<Path> found = new ArrayList<>();
      if (files.exists(folder)) {
        for (FileStatus status : files.listStatus(folder)) {
          found.add(status.getPath());
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path path) {
    try {
      of(path).delete(path, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileSystem of(Path path) throws IOException {
    return path.getFileSystem(LocalFiles.configuration());
  }
}
