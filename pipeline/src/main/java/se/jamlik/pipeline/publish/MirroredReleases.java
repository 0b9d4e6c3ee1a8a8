package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** The releases of a mirror, as whoever pulls them finds them. */
public final class MirroredReleases implements AutoCloseable {
  private final MirrorFolder there;

  private MirroredReleases(MirrorFolder there) {
    this.there = there;
  }

  /**
   * Those of the mirror with an address.
   *
   * @throws UserError with USAGE when nothing here reads such an address
   */
  public static MirroredReleases in(String address) {
    return new MirroredReleases(MirrorFolder.open(address, ExitCode.USAGE));
  }

  /**
   * The release that {@code CURRENT} names.
   *
   * @throws UserError with USAGE when there is none
   */
  public ReleaseSource current() {
    return named(
        read(() -> there.text(Releases.CURRENT))
            .map(String::strip)
            .orElseThrow(
                () ->
                    new UserError(
                        ExitCode.USAGE,
                        "Cannot find a release: nothing is published in %s (expected a file CURRENT). Give another --from."
                            .formatted(there.mirror().address()))));
  }

  /**
   * The release with an id.
   *
   * @throws UserError with USAGE when it is not there, or not to its end
   */
  public ReleaseSource named(String id) {
    Set<String> ids = read(there::ids);
    if (!ids.contains(id)) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot find release '%s': it is not in %s (expected one of: %s). Give one of these."
              .formatted(id, there.mirror().address(), String.join(", ", ids)));
    }
    return new Source(there, id);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T result() throws IOException;
  }

  private <T> T read(Reading<T> reading) {
    try {
      return reading.result();
    } catch (IOException e) {
      throw there.mirror().error("read the mirror of the releases", e);
    }
  }

  private record Source(MirrorFolder there, String id) implements ReleaseSource {
    @Override
    public void copy(String name, Path to) {
      try (InputStream bytes = there.open(id + "/" + name)) {
        Files.copy(bytes, to);
      } catch (IOException e) {
        throw there.mirror().error("pull %s of release %s".formatted(name, id), e);
      }
    }
  }

  @Override
  public void close() {
    there.close();
  }
}
