package se.jamlik.pipeline.kept;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
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
      // A FileContext would delete the old file first, and a night may die then.
      if (!of(from).rename(from, to)) {
        throw new IOException("A file was not replaced: " + to.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a Parquet file is known by; nothing when it is not there. Its footer lists some things in
   * an order that differs from one run of Java to the next, so that the same rows may have other
   * bytes.
   *
   * @param bytes the first 32 hexadecimal digits of the SHA-256 of all bytes
   * @param rows the same of the bytes before the footer
   */
  record Hashes(String bytes, String rows) {
    private static final int LENGTH = 32;

    /** Length of the footer and the magic word, with which a Parquet file ends. */
    private static final int END = 8;

    static Optional<Hashes> of(Path file) {
      try {
        FileSystem files = KeptFiles.of(file);
        if (!files.exists(file)) {
          return Optional.empty();
        }
        long length = files.getFileStatus(file).getLen();
        try (FSDataInputStream in = files.open(file)) {
          return Optional.of(read(in, rowsEnd(in, length)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static long rowsEnd(FSDataInputStream in, long length) throws IOException {
      if (length < END) {
        return length;
      }
      byte[] end = new byte[END];
      in.readFully(length - END, end);
      int footer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
      return Math.max(0, length - END - Math.max(0, footer));
    }

    private static Hashes read(InputStream in, long rowsEnd) throws IOException {
      MessageDigest bytes = Sha256.digest();
      MessageDigest rows = Sha256.digest();
      byte[] buffer = new byte[1 << 16];
      long before = 0;
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        bytes.update(buffer, 0, read);
        rows.update(buffer, 0, (int) Math.max(0, Math.min(read, rowsEnd - before)));
        before += read;
      }
      return new Hashes(
          Sha256.hexadecimal(bytes).substring(0, LENGTH),
          Sha256.hexadecimal(rows).substring(0, LENGTH));
    }
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
