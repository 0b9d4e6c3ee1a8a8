package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * A copy of the releases of an installation where Hadoop's file systems reach: all files of a
 * release first, its manifest after them, {@code CURRENT} last. Whoever reads there finds the old
 * release or the new one, whole; what a broken copy has left is written anew the next time. An
 * unsafe release is never copied. Whoever calls holds the {@link RunLock}.
 */
public final class Mirror {
  private final Releases releases;
  private final MirrorFolder there;
  private final Mirrored mirrored;
  private final Optional<Release> current;
  private final List<String> copied = new ArrayList<>();

  private Mirror(Releases releases, MirrorFolder there, Mirrored mirrored) {
    this.releases = releases;
    this.there = there;
    this.mirrored = mirrored;
    this.current = releases.newest();
  }

  /**
   * What had to be done.
   *
   * @param copied releases that were not there as they are here
   * @param deleted releases that have been pruned here
   */
  public record Outcome(List<String> copied, List<String> deleted) {
    public Outcome {
      copied = List.copyOf(copied);
      deleted = List.copyOf(deleted);
    }
  }

  /**
   * Makes the mirror like the installation. The current release goes first, and its files are
   * looked at each time; of what has been copied before, the manifest alone.
   *
   * @throws UserError with INPUT_OUTPUT when the mirror fails or holds another release of the same
   *     name, with SETTINGS when nothing here reads its address
   */
  public static Outcome bringUpToDate(Path out, String address) {
    Releases releases = Releases.under(out);
    try (MirrorFolder there = MirrorFolder.open(address, ExitCode.SETTINGS)) {
      try {
        return new Mirror(
                releases, there, Mirrored.read(releases.folder(), there.mirror().address()))
            .broughtUpToDate();
      } catch (UserError e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        throw there.mirror().error("write the mirror of the releases", e);
      }
    }
  }

  private Outcome broughtUpToDate() throws IOException {
    if (current.isPresent()) {
      copy(current.get());
      String pointer = current.get().id() + "\n";
      if (!there.text(Releases.CURRENT).equals(Optional.of(pointer))) {
        there.replace(Releases.CURRENT, pointer);
      }
    }
    for (String id : releases.ids()) {
      Release release = releases.named(id);
      if (!release.isUnsafe() && !isCurrent(release)) {
        copy(release);
      }
    }
    return new Outcome(copied, deleted());
  }

  private void copy(Release release) throws IOException {
    String id = release.id();
    String manifest = Files.readString(release.folder().resolve(Manifest.FILE));
    // A file system that cannot replace a file at once may have kept the beginning of it.
    Optional<String> before =
        there
            .text(id + "/" + Manifest.FILE)
            .filter(text -> text.equals(manifest) || !manifest.startsWith(text));
    if (before.isPresent() && !before.get().equals(manifest)) {
      throw error(id, "another release of this name is", "an empty folder, or this mirror's own");
    }
    if (before.isPresent() && mirrored.releases().contains(id) && !isCurrent(release)) {
      return;
    }
    if (before.isEmpty()) {
      // What a broken copy has left may be of any length.
      there.delete(id);
    }
    Map<String, Long> lengths = there.lengths(id);
    boolean isWhole = before.isPresent();
    for (Manifest.ReleasedFile file : release.manifest().files()) {
      if (!Long.valueOf(file.bytes()).equals(lengths.get(file.path()))) {
        isWhole = false;
        copy(release, file);
      }
    }
    if (before.isEmpty()) {
      there.replace(id + "/" + Manifest.FILE, manifest);
    }
    if (!isWhole) {
      copied.add(id);
    }
    if (mirrored.releases().add(id)) {
      mirrored.write(releases.folder());
    }
  }

  private boolean isCurrent(Release release) {
    return current.equals(Optional.of(release));
  }

  private void copy(Release release, Manifest.ReleasedFile file) throws IOException {
    String name = release.id() + "/" + file.path();
    there.write(name, release.folder().resolve(file.path()));
    if (!there.sha256(name).equals(file.sha256())) {
      throw error(
          release.id(),
          file.path() + " differs from its manifest when read back",
          "a release that verify finds whole");
    }
  }

  private UserError error(String id, String problem, String expected) {
    return new UserError(
        ExitCode.INPUT_OUTPUT,
        "Cannot mirror release %s: %s in %s (expected %s). Mend it; the next night tries again."
            .formatted(id, problem, there.mirror().address(), expected));
  }

  /** Deletes what was put there from here, is pruned here, and is not what readers are led to. */
  private List<String> deleted() throws IOException {
    TreeSet<String> pruned = new TreeSet<>(mirrored.releases());
    releases.ids().forEach(pruned::remove);
    there.text(Releases.CURRENT).map(String::strip).ifPresent(pruned::remove);
    for (String id : pruned) {
      there.delete(id);
      mirrored.releases().remove(id);
      mirrored.write(releases.folder());
    }
    return List.copyOf(pruned);
  }
}
