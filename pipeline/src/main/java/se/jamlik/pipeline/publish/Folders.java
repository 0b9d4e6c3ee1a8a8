package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What publishing asks of the file system: durable writes, atomic renames and modes. */
final class Folders {
  private static final Set<PosixFilePermission> READ_ONLY_FOLDER =
      PosixFilePermissions.fromString("r-xr-xr-x");
  private static final Set<PosixFilePermission> READ_ONLY_FILE =
      PosixFilePermissions.fromString("r--r--r--");
  private static final Set<PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private Folders() {}

  /** Makes a folder, empty, for nobody but this account. */
  static void createOwn(Path folder) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, OWN_FOLDER);
  }

  /** All files below a folder, in the byte order of their paths. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !Files.isDirectory(path))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** Forces every file and folder of a tree to the disk, files first. */
  static void force(Path tree) throws IOException {
    for (Path path : innermostFirst(tree)) {
      forceOne(path);
    }
  }

  /** Forces a file's bytes, or a folder's list of names, to the disk. */
  static void forceOne(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes a tree readable by all and writable by none. */
  static void seal(Path tree) throws IOException {
    for (Path path : innermostFirst(tree)) {
      Files.setPosixFilePermissions(
          path, Files.isDirectory(path) ? READ_ONLY_FOLDER : READ_ONLY_FILE);
    }
  }

  /** Writes a text so that it is on the disk when the call returns. */
  static void writeDurably(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    forceOne(file);
  }

  static void renameAtomically(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a tree, sealed or not; a tree that is not there is deleted already. */
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isDirectory(path)) {
          Files.setPosixFilePermissions(path, OWN_FOLDER);
        }
      }
    }
    for (Path path : innermostFirst(tree)) {
      Files.delete(path);
    }
  }

  private static List<Path> innermostFirst(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
