package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * The releases under an out folder, as a reader finds them: {@code CURRENT} is read once, and what
 * it names is used from then on.
 */
public final class Releases {
  static final String CURRENT = "CURRENT";
  private final Path published;

  private Releases(Path published) {
    this.published = published;
  }

  /** The releases of an installation; there may be none yet. */
  public static Releases under(Path out) {
    return new Releases(out.toAbsolutePath().normalize().resolve("published"));
  }

  /** The ids of all releases, oldest as-of date first. */
  public List<String> ids() {
    return sortedIds().map(ReleaseId::toString).toList();
  }

  /** The release that {@code CURRENT} names, or nothing before the first. */
  public Optional<Release> newest() {
    Path pointer = published.resolve(CURRENT);
    try {
      return Files.exists(pointer)
          ? Optional.of(named(Files.readString(pointer).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw InputOutput.error("read which release is current", pointer, e);
    }
  }

  /**
   * The release that {@code CURRENT} names.
   *
   * @throws UserError with {@link ExitCode#USAGE} when nothing has been published
   */
  public Release current() {
    return newest()
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.USAGE,
                    ("Cannot find a release: nothing is published in %s (expected a file CURRENT)."
                            + " Run nightly first, or give another --out.")
                        .formatted(published)));
  }

  /**
   * The release with an id.
   *
   * @throws UserError with {@link ExitCode#USAGE} when there is none
   */
  public Release named(String id) {
    Path folder = published.resolve(id);
    if (ReleaseId.of(id).isEmpty() || !Files.isDirectory(folder)) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot find release '%s': it is not in %s (expected one of: %s). Give one of these."
              .formatted(id, published, String.join(", ", ids())));
    }
    return new Release(id, folder);
  }

  Path folder() {
    return published;
  }

  /** The id that follows those of the same as-of date. */
  ReleaseId next(ReleaseFacts facts) {
    LocalDate asOf = facts.madeFrom().asOf();
    return new ReleaseId(
        asOf,
        1
            + sortedIds()
                .filter(id -> id.asOf().equals(asOf))
                .mapToInt(ReleaseId::serial)
                .max()
                .orElse(0),
        facts.isUnsafe());
  }

  /** The releases of an as-of date. */
  List<Release> of(LocalDate asOf) {
    return sortedIds()
        .filter(id -> id.asOf().equals(asOf))
        .map(id -> named(id.toString()))
        .toList();
  }

  /** The unsafe releases, which {@code CURRENT} never names, oldest as-of date first. */
  List<Release> unsafe() {
    return sortedIds().filter(ReleaseId::isUnsafe).map(id -> named(id.toString())).toList();
  }

  private Stream<ReleaseId> sortedIds() {
    if (!Files.isDirectory(published)) {
      return Stream.empty();
    }
    try (Stream<Path> folders = Files.list(published)) {
      return folders
          .flatMap(folder -> ReleaseId.of(String.valueOf(folder.getFileName())).stream())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw InputOutput.error("list the releases", published, e);
    }
  }
}
