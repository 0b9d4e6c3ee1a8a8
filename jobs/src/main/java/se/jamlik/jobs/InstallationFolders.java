package se.jamlik.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import se.jamlik.pipeline.protect.RecordKeys;
import se.jamlik.pipeline.publish.Releases;

/** The folders under {@code --out}. All but the releases are for the pipeline's account alone. */
final class InstallationFolders {
  private static final List<String> PRIVATE =
      List.of(
          "adapted",
          "conformed",
          "extracts",
          "linked",
          "marked",
          "measured",
          "quarantined",
          "secret");
  private static final List<String> READABLE = List.of("metrics", "published", "runs");

  private InstallationFolders() {}

  static void make(Path out) {
    try {
      Files.createDirectories(out);
      for (String name : PRIVATE) {
        Path folder = Files.createDirectories(out.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      for (String name : READABLE) {
        Files.createDirectories(out.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of the disclosure control, whose secret is made before the first release alone. */
  static RecordKeys recordKeys(Path out) {
    Path secret = SecretFiles.recordKey(out, System.getenv());
    return Releases.under(out).ids().isEmpty()
        ? RecordKeys.keptIn(secret)
        : RecordKeys.usedBefore(secret);
  }
}
