package se.jamlik.pipeline.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.RemoteFolder;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * The folder {@code published} of a mirror, with what is asked of its file system. Names are paths
 * below it.
 */
final class MirrorFolder implements AutoCloseable {
  private static final String FOLDER = "published";

  /** Those that replace a file by renaming another over it, in one step. */
  private static final Set<String> RENAMING = Set.of("hdfs", "viewfs");

  private final RemoteFolder mirror;

  private MirrorFolder(RemoteFolder mirror) {
    this.mirror = mirror;
  }

  static MirrorFolder open(String address, ExitCode whenWrong) {
    return new MirrorFolder(RemoteFolder.open(address, whenWrong));
  }

  RemoteFolder mirror() {
    return mirror;
  }

  /** The ids of the releases that are there to their end, since the manifest comes last. */
  Set<String> ids() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (FileStatus entry : entries("")) {
      String name = entry.getPath().getName();
      if (ReleaseId.of(name).isPresent()
          && mirror.files().exists(path(name + "/" + Manifest.FILE))) {
        ids.add(name);
      }
    }
    return ids;
  }

  private FileStatus[] entries(String folder) throws IOException {
    try {
      return mirror.files().listStatus(path(folder));
    } catch (FileNotFoundException e) {
      // A folder that is not there holds nothing.
      return new FileStatus[0];
    }
  }

  /** The whole text of a small file, or nothing when there is none. */
  Optional<String> text(String name) throws IOException {
    try (InputStream bytes = open(name)) {
      return Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  InputStream open(String name) throws IOException {
    return mirror.files().open(path(name));
  }

  /** Bytes of all files below a release's folder by their paths below it. */
  Map<String, Long> lengths(String id) throws IOException {
    Map<String, Long> lengths = new TreeMap<>();
    addLengths(id, "", lengths);
    return lengths;
  }

  // Hadoop's own listing of a tree asks for the rights of each file too, on a disk by a process.
  private void addLengths(String folder, String place, Map<String, Long> lengths)
      throws IOException {
    for (FileStatus entry : entries(folder)) {
      String name = entry.getPath().getName();
      if (entry.isDirectory()) {
        addLengths(folder + "/" + name, place + name + "/", lengths);
      } else {
        lengths.put(place + name, entry.getLen());
      }
    }
  }

  /** Writes a file, replacing any that is there; a reader may see half of it meanwhile. */
  void write(String name, java.nio.file.Path from) throws IOException {
    try (FSDataOutputStream to = mirror.files().create(path(name), true)) {
      Files.copy(from, to);
      force(to);
    }
  }

  /**
   * Writes a small file so that a reader sees the old one or the new one: renamed over the old one
   * where the file system can, else at once as object stores do.
   */
  void replace(String name, String text) throws IOException {
    String scheme = mirror.files().getUri().getScheme();
    boolean isRenamed = RENAMING.contains(scheme) || scheme.equals("file");
    Path to = path(name);
    Path unfinished = isRenamed ? new Path(to.getParent(), "." + to.getName() + ".tmp") : to;
    try (FSDataOutputStream stream = mirror.files().create(unfinished, true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      force(stream);
    }
    if (RENAMING.contains(scheme)) {
      FileContext.getFileContext(to.toUri(), mirror.files().getConf())
          .rename(unfinished, to, Rename.OVERWRITE);
    } else if (isRenamed && !mirror.files().rename(unfinished, to)) {
      throw new IOException("not renamed");
    }
  }

  private static void force(FSDataOutputStream stream) throws IOException {
    if (stream.hasCapability(StreamCapabilities.HSYNC)) {
      stream.hsync();
    }
  }

  /** The checksum of a file as it is read from there. */
  String sha256(String name) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream bytes = new DigestInputStream(open(name), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.hexadecimal(digest);
  }

  /** Deletes a release, its manifest first, so that nobody takes the rest for a whole one. */
  void delete(String id) throws IOException {
    mirror.files().delete(path(id + "/" + Manifest.FILE), false);
    mirror.files().delete(path(id), true);
  }

  private Path path(String name) {
    return mirror.path(name.isEmpty() ? FOLDER : FOLDER + "/" + name);
  }

  @Override
  public void close() {
    mirror.close();
  }
}
