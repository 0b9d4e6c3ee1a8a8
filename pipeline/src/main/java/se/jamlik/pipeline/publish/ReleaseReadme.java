package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes {@code README.md} of a release: what lies in the folder, and ten queries to begin with.
 */
final class ReleaseReadme {
  static final String FILE = "README.md";
  private static final String RESOURCE = "/release/readme.md";

  private ReleaseReadme() {}

  static String text(String release, ReleaseFacts facts) {
    return template()
        .replace("{release}", release)
        .replace("{unsafe}", facts.isUnsafe() ? "\n" + UnsafeWords.paragraph(facts) + "\n" : "")
        .replace("{data_through}", facts.dataThrough().toString())
        .replace("{citation}", new Citation(release, facts).line());
  }

  private static String template() {
    try (InputStream in =
        Objects.requireNonNull(ReleaseReadme.class.getResourceAsStream(RESOURCE))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
