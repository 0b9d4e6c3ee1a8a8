package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The releases of an installation over the years: some are pinned, old ones are pruned, and others
 * are pulled from another installation. Whoever changes them holds the {@link RunLock}.
 */
public final class Archive {
  private static final String PINNED = "PINNED";

  private final Releases releases;

  private Archive(Releases releases) {
    this.releases = releases;
  }

  public static Archive under(Path out) {
    return new Archive(Releases.under(out));
  }

  /** The ids that pruning leaves whatever their age. */
  public Set<String> pinned() {
    Path file = releases.folder().resolve(PINNED);
    try {
      return Files.exists(file)
          ? new TreeSet<>(Files.readString(file).lines().filter(line -> !line.isBlank()).toList())
          : new TreeSet<>();
    } catch (IOException e) {
      throw InputOutput.error("read which releases are pinned", file, e);
    }
  }

  /**
   * Pins releases and takes the pins of others away.
   *
   * @throws UserError with {@link ExitCode#USAGE} when one to be pinned is not there
   */
  public void pin(List<String> pinned, List<String> unpinned) {
    Set<String> pins = pinned();
    pinned.forEach(id -> pins.add(releases.named(id).id()));
    pins.removeAll(unpinned);
    Path file = releases.folder().resolve(PINNED);
    Path written = releases.folder().resolve("." + PINNED + ".tmp");
    try {
      Folders.writeDurably(written, String.join("\n", pins) + "\n");
      Folders.renameAtomically(written, file);
      Folders.forceOne(releases.folder());
    } catch (IOException e) {
      throw InputOutput.error("pin a release", file, e);
    }
  }

  /** The ids that are neither kept, pinned nor current, oldest first. */
  public List<String> prunable(Retention retention) {
    List<ReleaseId> ids = releases.ids().stream().flatMap(id -> ReleaseId.of(id).stream()).toList();
    Set<String> kept = new LinkedHashSet<>(pinned());
    retention.kept(ids).forEach(id -> kept.add(id.toString()));
    releases.newest().ifPresent(current -> kept.add(current.id()));
    return ids.stream().map(ReleaseId::toString).filter(id -> !kept.contains(id)).toList();
  }

  /**
   * Deletes releases. Each is hidden first, so that a reader finds it whole or not at all; what a
   * killed run leaves hidden, the next night sweeps away.
   */
  public void delete(List<String> ids) {
    for (String id : ids) {
      Path hidden = releases.folder().resolve("." + id + ".tmp");
      try {
        Folders.delete(hidden);
        Folders.renameAtomically(releases.named(id).folder(), hidden);
        Folders.forceOne(releases.folder());
        Folders.delete(hidden);
      } catch (IOException e) {
        throw InputOutput.error("prune release " + id, hidden, e);
      }
    }
  }

  /**
   * Copies a release of another installation by its manifest, and lets it be seen, and current
   * unless it is unsafe, when every checksum is right. Its {@code open.sql} is written anew for its
   * new place.
   *
   * @throws UserError with {@link ExitCode#USAGE} when a release of that id is here already, with
   *     {@link ExitCode#INPUT_OUTPUT} when a file is missing or is not what the manifest says
   */
  public Release pull(ReleaseSource from) {
    Path folder = releases.folder().resolve(from.id());
    if (Files.exists(folder)) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot pull release %s: it is in %s already (expected a release that is not). Verify it instead."
              .formatted(from.id(), releases.folder()));
    }
    Path hidden = releases.folder().resolve("." + from.id() + ".tmp");
    try {
      Files.createDirectories(releases.folder());
      Folders.createOwn(hidden);
      copy(from, hidden);
      Folders.force(hidden);
      Folders.renameAtomically(hidden, folder);
      Folders.seal(folder);
      Release here = new Release(from.id(), folder);
      if (!here.isUnsafe()) {
        makeCurrent(here.id());
      }
      return here;
    } catch (IOException e) {
      throw InputOutput.error("pull release " + from.id(), hidden, e);
    } finally {
      sweep(hidden);
    }
  }

  private void copy(ReleaseSource from, Path to) throws IOException {
    from.copy(Manifest.FILE, to.resolve(Manifest.FILE));
    Manifest manifest = Manifest.read(to);
    if (!manifest.release().equals(from.id())) {
      throw new IOException("the manifest is that of another release");
    }
    for (Manifest.ReleasedFile file : manifest.files()) {
      Path copy = to.resolve(file.path()).normalize();
      if (!copy.startsWith(to)) {
        throw new IOException("the manifest names a file outside the release");
      }
      Files.createDirectories(copy.getParent());
      from.copy(file.path(), copy);
    }
    List<String> problems = manifest.problems(to);
    if (!problems.isEmpty()) {
      throw new IOException(String.join(", ", problems));
    }
    Path script = to.resolve(OpenScript.FILE);
    if (Files.exists(script)) {
      Files.delete(script);
      Files.writeString(
          script, OpenScript.text(releases.folder().resolve(from.id()), TableFiles.in(to)));
      // Copied as it was there: read-only.
      Files.delete(to.resolve(Manifest.FILE));
      Files.writeString(to.resolve(Manifest.FILE), manifest.withFilesOf(to).text());
    }
  }

  private void makeCurrent(String id) throws IOException {
    Path pointer = releases.folder().resolve("." + Releases.CURRENT + ".tmp");
    Folders.writeDurably(pointer, id + "\n");
    Folders.renameAtomically(pointer, releases.folder().resolve(Releases.CURRENT));
    Folders.forceOne(releases.folder());
  }

  private static void sweep(Path hidden) {
    try {
      Folders.delete(hidden);
    } catch (IOException e) {
      throw InputOutput.error("sweep away a release that was not pulled", hidden, e);
    }
  }
}
