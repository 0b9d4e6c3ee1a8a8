package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

final class ArchiveTest {
  private static final Retention ONE_NIGHT = new Retention(1, 0, 0);

  @TempDir private Path out;
  @TempDir private Path elsewhere;
  private Release release;

  @BeforeEach
  void publish() {
    release = SmallRelease.published(out, SmallRelease.tables());
  }

  @Test
  void pruningTakesWhatIsOldAndLeavesWhatIsPinned() {
    SmallRelease.published(out, SmallRelease.tables(201));
    SmallRelease.published(out, SmallRelease.tables(202));
    Archive archive = Archive.under(out);

    archive.pin(List.of("2026-11-22.1"), List.of());
    assertThat(archive.prunable(ONE_NIGHT)).containsExactly("2026-11-22.2");
    archive.delete(archive.prunable(ONE_NIGHT));
    assertThat(Releases.under(out).ids()).containsExactly("2026-11-22.1", "2026-11-22.3");

    archive.pin(List.of(), List.of("2026-11-22.1"));
    archive.delete(archive.prunable(ONE_NIGHT));
    assertThat(Releases.under(out).ids()).containsExactly("2026-11-22.3");
    assertThat(Releases.under(out).current().problems()).isEmpty();
  }

  @Test
  void theCurrentReleaseIsNeverPruned() {
    assertThat(Archive.under(out).prunable(new Retention(0, 0, 0))).isEmpty();
  }

  @Test
  void aReleaseThatIsNotThereCannotBePinned() {
    assertThatThrownBy(() -> Archive.under(out).pin(List.of("2020-01-01.1"), List.of()))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE));
    assertThat(Archive.under(out).pinned()).isEmpty();
  }

  @Test
  void aPulledReleaseIsWholeAndCurrentAndOpensInItsNewPlace() throws IOException {
    Release pulled = Archive.under(elsewhere).pull(release);

    assertThat(Releases.under(elsewhere).current().id()).isEqualTo(release.id());
    assertThat(pulled.problems()).isEmpty();
    assertThat(pulled.folder().resolve("jamlik.duckdb")).hasSameBinaryContentAs(release.database());
    assertThat(Files.readString(pulled.folder().resolve("open.sql")))
        .isEqualTo(
            Files.readString(release.folder().resolve("open.sql"))
                .replace(out.toString(), elsewhere.toString()));
    assertThat(Files.isWritable(pulled.folder().resolve("manifest.json")) && !isRoot()).isFalse();
  }

  @Test
  void aReleaseWithAChangedFileIsNotPulled() throws IOException {
    Folders.delete(elsewhere.resolve("published"));
    Path citation = release.folder().resolve("CITATION.cff");
    Files.setPosixFilePermissions(
        citation, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(
        citation, "another author", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

    assertThatThrownBy(() -> Archive.under(elsewhere).pull(release))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("CITATION.cff has been changed");
    assertThat(Releases.under(elsewhere).ids()).isEmpty();
    assertThat(Releases.under(elsewhere).newest()).isEmpty();
    assertThat(elsewhere.resolve("published")).isEmptyDirectory();
  }

  @Test
  void aReleaseThatIsHereIsNotPulledAgain() {
    Archive.under(elsewhere).pull(release);

    assertThatThrownBy(() -> Archive.under(elsewhere).pull(release))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE));
    assertThat(Releases.under(elsewhere).current().problems()).isEmpty();
  }

  /** Whom no mode of a file stops. */
  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
